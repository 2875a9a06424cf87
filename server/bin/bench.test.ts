import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const bench = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'bench.mjs'), ...args], { encoding: 'utf8' });

test.each([[], ['nothing-of-that-name'], ['support'], ['../src/main']])(
  'a name of no benchmark: the benchmarks are listed (%j)',
  (...args) => {
    const { status, stderr } = bench(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^ {2}maths +\S/m);
    expect(stderr).toMatch(/^ {2}mistakes +\S/m);
    expect(stderr).toMatch(/^ {2}client +\S/m);
    expect(stderr).not.toMatch(/^ {2}support/m);
  },
);
