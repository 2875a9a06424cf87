// `npm run check`: everything that can be said of the code without running the game. One command, the same everywhere.
// `npm run check -- WORD` takes the checks whose names begin so: `npm run lint` is `check.mjs lint`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, explain, nodeBinary, root } from './setup.mjs';

const tool = (name, ...args) => [nodeBinary, [join(root, 'node_modules', ...name.split('/')), ...args]];

/** What each step finds, in words, and how to look for it. */
export const CHECKS = [
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
    'import boundaries, strings complete, versions of what is stored and sent, names in the documentation',
    ...tool(
      'vitest/vitest.mjs',
      ...['run', 'boundaries', 'strings', 'versions/shapes', 'documentation', '--reporter=dot'],
    ),
  ],
];

/**
 * @param start  beginning of the names of the checks that are run
 * @returns whether every check passed
 */
export function runChecks(start = '') {
  let clean = true;
  for (const [what, command, args] of CHECKS.filter(([name]) => name.startsWith(start))) {
    const since = Date.now();
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
    const passed = status === 0;
    console.log(`${passed ? 'ok  ' : 'FAIL'} ${what} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
    if (!passed) console.log(`${stdout}${stderr}`.trimEnd());
    clean &&= passed;
  }
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
    if (!runChecks(start)) process.exit(1);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
