// `npm test`: sets everything up, then runs every check and every test there is, browsers included.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChecks } from './check.mjs';
import { ensureClientBuilt, ensureInstalled, explain, nodeBinary, root } from './setup.mjs';

/** Chromium, as distributions call it; CHROMIUM names another one. */
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

/** Runs a tool of the project on its own Node, its output shown as it comes. */
function run(what, script, args, env = {}) {
  console.log(`\n${what}`);
  const { status } = spawnSync(nodeBinary, [join(root, 'node_modules', ...script.split('/')), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

try {
  await ensureInstalled();
  const chromium = findChromium();
  if (!chromium) {
    console.error(
      'The browser tests need Chromium, and none was found. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
    );
    process.exit(1);
  }
  await ensureClientBuilt();
  console.log('\nChecks');
  const passed = [
    runChecks(),
    run('Units, properties and the server over real WebSockets', 'vitest/vitest.mjs', ['run']),
    run('Rounds in real browsers', '@playwright/test/cli.js', ['test', '-c', 'client'], {
      CHROMIUM: chromium,
    }),
  ];
  if (passed.includes(false)) process.exit(1);
} catch (error) {
  explain(error);
  process.exit(1);
}
