// `npm run check`: runs every static check of the code, the same here and in CI.
// `npm run check -- WORD` runs the checks whose names begin with WORD: `npm run lint` is `check.mjs lint`.
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureClientBuilt, ensureInstalled, explain, nodeBinary, root } from './setup.mjs';

const tool = (name, ...args) => [nodeBinary, [join(root, 'node_modules', ...name.split('/')), ...args]];

const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Checks: a name, and the command that runs it; its folder, and what has to be done before, where there is such. */
const CHECKS = [
  [
    'types of shared/, with neither DOM nor Node',
    ...tool('typescript/bin/tsc', '-p', 'shared/tsconfig.pure.json'),
  ],
  ['types of shared/ and its tests', ...tool('typescript/bin/tsc', '-p', 'shared')],
  ['types of server/', ...tool('typescript/bin/tsc', '-p', 'server')],
  ['types of client/', ...tool('typescript/bin/tsc', '-p', 'client')],
  ['lint', ...tool('oxlint/bin/oxlint', '--type-aware', 'shared', 'server', 'client')],
  ['format', ...tool('@biomejs/biome/bin/biome', 'format', '.')],
  ['dead code', ...tool('knip/bin/knip.js')],
  [
    'import boundaries, strings complete, style sheets, versions of what is stored and sent, names in the documentation, plain words, real time in tests',
    ...tool(
      'vitest/vitest.mjs',
      ...[
        'run',
        'boundaries',
        'strings',
        'styles',
        'versions/shapes',
        'documentation',
        'plainWords',
        'realTime',
        '--reporter=dot',
      ],
    ),
  ],
  [
    'sizes of the pages by audience (npm run bench -- client shows them)',
    ...tool('size-limit/bin.js'),
    { cwd: join(root, 'client'), before: ensureClientBuilt },
  ],
];

/** Number of checks that run at a time: each keeps about one core busy. */
const AT_A_TIME = Math.max(1, Math.min(4, cpus().length));

/** Runs one check and reports its result. */
async function passes([what, command, args, { cwd = root, before } = {}]) {
  await before?.();
  const since = Date.now();
  return new Promise((resolve) => {
    execFile(command, args, { cwd, maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout, stderr) => {
      const seconds = ((Date.now() - since) / 1000).toFixed(1);
      console.log(`${error ? 'FAIL' : 'ok  '} ${what} (${seconds} s)`);
      if (error) console.log(`${stdout}${stderr}`.trimEnd());
      resolve(!error);
    });
  });
}

/**
 * @param start  beginning of the names of the checks that are run
 * @returns whether every check passed
 */
export async function runChecks(start = '') {
  const waiting = CHECKS.filter(([name]) => name.startsWith(start));
  let clean = true;
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const passed = await passes(check);
      clean &&= passed;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return clean;
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('check.mjs')) {
  const start = process.argv[2] ?? '';
  if (!CHECKS.some(([name]) => name.startsWith(start))) {
    console.error(
      `No check begins with "${start}". There are:\n${CHECKS.map(([name]) => `  ${name}`).join('\n')}`,
    );
    process.exit(2);
  }
  try {
    await ensureInstalled();
    if (!(await runChecks(start))) process.exit(1);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
