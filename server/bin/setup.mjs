// Prepares a fresh clone. Plain JavaScript with built-ins only: it runs on any Node before anything is installed;
// everything after it runs on the Node that the project installs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const nodeBinary = join(root, 'node_modules', '.bin', 'node');

const lockFile = join(root, 'package-lock.json');
const installedFrom = join(root, 'node_modules', '.installed-from');
const builtFrom = join(root, 'client', 'dist', '.built-from');
const TAIL_LINES = 30;
const STILL_AT_IT_MS = 15_000;

/** Failed step of the setup; its message is for people. */
class SetupFailed extends Error {
  constructor(sentence, tail) {
    super(sentence);
    this.tail = tail;
  }
}

/** Installs the packages of package-lock.json unless they are installed already. */
export async function ensureInstalled() {
  const wanted = hashOf(readFileSync(lockFile));
  if (read(installedFrom) === wanted && existsSync(nodeBinary)) return;
  if (!agreesWithLockFile()) {
    const fresh = !existsSync(join(root, 'node_modules'));
    await step(
      fresh ? 'Installing the packages (the first time this takes a minute or two)' : 'Updating the packages',
      'npm',
      // Not `npm ci`: it refuses a lock file that lacks the optional packages of other kinds of machine. The versions
      // are the lock file's all the same, and `--no-save` leaves it as it is.
      ['install', '--no-save', '--no-audit', '--no-fund'],
      'The packages could not be installed. Is the package registry reachable?',
    );
  }
  if (!existsSync(nodeBinary)) {
    throw new SetupFailed(
      'The packages are installed, but Node 24 is not among them: npm may have been told to run no install scripts. ' +
        'Run "npm rebuild node" and start again.',
    );
  }
  writeFileSync(installedFrom, wanted);
}

/** Builds the client unless it was built from exactly these sources. */
export async function ensureClientBuilt() {
  const wanted = hashOfClient();
  if (read(builtFrom) === wanted) return;
  await step(
    'Building the client',
    nodeBinary,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'],
    'The client could not be built.',
    join(root, 'client'),
  );
  writeFileSync(builtFrom, wanted);
}

/** Prints which step failed and the end of its output; used by the commands that call the two functions above. */
export function explain(error) {
  if (!(error instanceof SetupFailed)) throw error;
  if (error.tail) console.error(`\n${error.tail}\n`);
  console.error(error.message);
}

/** Compares npm's own lock file with the project's; npm writes it last, so a broken-off installation has no current one. */
function agreesWithLockFile() {
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (!installed || !existsSync(nodeBinary)) return false;
  const has = JSON.parse(installed).packages;
  const wants = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.entries(wants).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.link ||
      entry.optional ||
      has[path]?.version === entry.version,
  );
}

function hashOfClient() {
  const hash = createHash('sha256');
  const sources = [
    'client/src',
    'client/build',
    'client/public',
    'client/index.html',
    'client/vite.config.ts',
    'client/package.json',
    'client/tsconfig.json',
    'shared/src',
    'shared/package.json',
    'tsconfig.base.json',
    'package-lock.json',
  ];
  for (const file of sources
    .flatMap((source) => filesUnder(join(root, source)))
    .sort((a, b) => (a < b ? -1 : 1))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

/** Installs the packages, or prints the failure and exits; for commands that need no build. */
export async function installedOrExit() {
  try {
    await ensureInstalled();
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** Runs one command with a line at its start, at intervals and at its end; prints its output only if it fails. */
async function step(what, command, args, sentence, cwd = root) {
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1000);
  console.log(`${what} ...`);
  const still = setInterval(() => console.log(`  ... still at it (${seconds()} s)`), STILL_AT_IT_MS);
  try {
    const { code, output } = await run(command, args, cwd);
    if (code !== 0)
      throw new SetupFailed(sentence, output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n'));
  } finally {
    clearInterval(still);
  }
  console.log(`  done in ${seconds()} s`);
}

function run(command, args, cwd) {
  // npm itself must not run on the Node that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  const plain = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const env = command === 'npm' ? { ...plain, PATH: path.join(delimiter) } : plain;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
