#!/usr/bin/env node
// `backprop-relay`, the command of the package: runs the server, or copies and checks its sessions. Plain
// JavaScript with built-ins only, for any Node from 18 on: the rest runs on the Node that the package brings along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runServer } from './runServer.mjs';

/** Version from which on a Node can run the server. */
const NODE_MAJOR = 24;
const HELP = `backprop-relay                 runs the server
backprop-relay backup [FILE]   copies all sessions to a file, also while the server runs
backprop-relay restore FILE    brings them back, while no server runs
backprop-relay journal check   says what of the stored sessions is whole
backprop-relay journal salvage FILE   copies what can be saved of a damaged journal to a new file

Sessions are kept in the folder backprop-relay-data, below the folder in which the command is given. The settings DATA_DIR, PORT,
HOST, PUBLIC_URL and HOST_CODE change that; they are read from the environment: PORT=8080 npx backprop-relay`;

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
const isRecent = Number(process.versions.node.split('.')[0]) >= NODE_MAJOR;

/** Node of the package; null if it is not there. */
function packagedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return { folder, binary: existsSync(binary) ? binary : null };
  } catch {
    return { folder: null, binary: null };
  }
}

/** Path of a Node that can run the server. Where npm runs no install scripts, the package's is fetched now. */
function nodeToRun() {
  const { folder, binary } = packagedNode();
  if (binary) return binary;
  if (isRecent) return process.execPath;
  if (folder) {
    console.log(`Fetching Node ${NODE_MAJOR} (only the first time) ...`);
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'ignore' });
  }
  return packagedNode().binary;
}

const [command = 'start', ...args] = process.argv.slice(2);
if (!['start', 'backup', 'restore', 'journal'].includes(command)) {
  console.log(HELP);
  process.exit(['help', '--help', '-h'].includes(command) ? 0 : 2);
}
const node = nodeToRun();
if (!node) {
  console.error(
    `Backprop Relay needs Node ${NODE_MAJOR} and could not fetch it. Is the package registry reachable? Or install Node ${NODE_MAJOR} and start again.`,
  );
  process.exit(1);
}
// Relative to the folder in which the command was given, not to the package's.
process.env.DATA_DIR = resolve(process.env.DATA_DIR || 'backprop-relay-data');
if (command === 'start') runServer(node, join(dist, 'main.js'), { cwd: process.cwd() });
else {
  const { status } = spawnSync(node, [join(dist, 'backup.js'), command, ...args], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
