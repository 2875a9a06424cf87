// `npm run dev`: the game with hot reload, at one address. Vite serves the pages from their sources and forwards all
// other requests to the game server, which restarts whenever one of its files changes.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

const TRIES = 150;
const TRY_MS = 200;

/** A port on which nothing listens now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  for (let i = 0; i < TRIES; i++) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
  throw new Error(`Nothing answers at ${url}.`);
}

await installedOrExit();
const port = process.env.PORT || '5173';
const address = `http://localhost:${port}`;
const gamePort = String(await freePort());
const hostCode = process.env.HOST_CODE || 'let-me-host';
const env = {
  ...process.env,
  PORT: gamePort,
  HOST: '127.0.0.1',
  PUBLIC_URL: address,
  HOST_CODE: hostCode,
  DATA_DIR: process.env.DATA_DIR || join(root, '.data', 'dev'),
};

const children = [
  // The server's banner names an address that is not the one to open, so only its error output is shown.
  spawn(nodeBinary, ['--watch', '--watch-preserve-output', join(root, 'server', 'src', 'main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  }),
  spawn(
    nodeBinary,
    [
      join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
      ...['--port', port, '--strictPort', '--clearScreen', 'false'],
    ],
    {
      cwd: join(root, 'client'),
      env: { ...process.env, GAME_SERVER: `http://127.0.0.1:${gamePort}` },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  ),
];
let isOver = false;
function end(code) {
  if (isOver) return;
  isOver = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0));
for (const child of children) child.on('exit', (code) => end(code ?? 1));

try {
  await answers(`http://127.0.0.1:${gamePort}/healthz`);
  await answers(`${address}/healthz`);
  if (!isOver) {
    console.log(`\nBackprop Relay, from its sources: ${address}   (host code: ${hostCode})`);
    console.log(
      'Changes of pages show at once; the server starts again when a file of it changes. Ctrl-C ends it.\n',
    );
  }
} catch (error) {
  if (!isOver) console.error(error.message);
  end(1);
}
