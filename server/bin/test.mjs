// `npm test`: sets everything up, then runs all checks and all tests, browser tests included.
// `npm run test:unit`, `test:browser -- NAME` and `test:long` run a part of it, or its long form.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChecks } from './check.mjs';
import { ensureClientBuilt, ensureInstalled, explain, nodeBinary, root } from './setup.mjs';

/** Names of Chromium in distributions; CHROMIUM names another one. */
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a tool on the project's Node and shows its output as it comes. */
function run(what, script, args, env = {}) {
  console.log(`\n${what}`);
  const { status } = spawnSync(nodeBinary, [join(root, 'node_modules', ...script.split('/')), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const checks = () => {
  console.log('\nChecks');
  return runChecks();
};
const everyVitest = () =>
  run('Units, properties and the server over real WebSockets', 'vitest/vitest.mjs', ['run']);
const browsers = (args, chromium) =>
  run('Rounds in real browsers', '@playwright/test/cli.js', ['test', '-c', 'client', ...args], {
    CHROMIUM: chromium,
  });

const everything = async (_, chromium) => [await checks(), everyVitest(), browsers([], chromium)];

/** Suites by the argument of `test.mjs`; each returns true if everything passed. */
const SUITES = {
  all: everything,
  unit: (args) => [
    run('Units and properties that are quick', 'vitest/vitest.mjs', [
      ...['run', '--project', 'shared', '--project', 'client', '--tags-filter', '!slow'],
      ...args,
    ]),
  ],
  browser: (args, chromium) => [browsers(args, chromium)],
  long: (args, chromium) => {
    process.env.TEST_EFFORT = 'long';
    return everything(args, chromium);
  },
};

const [name = 'all', ...args] = process.argv.slice(2);
const suite = SUITES[name];
if (!suite) {
  console.error(`There is no suite "${name}": ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
try {
  await ensureInstalled();
  const chromium = name === 'unit' ? null : findChromium();
  if (chromium === undefined) {
    console.error(
      'The browser tests need Chromium, and none was found. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
    );
    process.exit(1);
  }
  if (chromium) await ensureClientBuilt();
  if ((await suite(args, chromium)).includes(false)) process.exit(1);
} catch (error) {
  explain(error);
  process.exit(1);
}
