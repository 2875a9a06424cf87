import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { networkOf } from '@relay/shared/lesson/networkFile';
import { edgeName } from '@relay/shared/maths/unit';
import { PRESETS, presetById } from '@relay/shared/lesson/presets';
import type { Solution } from '@relay/shared/lesson/solution';
import { computeSheet } from '@relay/shared/testing/spreadsheet';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'solve-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = join(import.meta.dirname, '..', 'bin', 'solve.mjs');
function run(args: readonly string[], input = '') {
  // npm says where a command was given; under `npm test` that would be the project's folder.
  const env = { ...process.env, INIT_CWD: folder };
  return spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8', cwd: folder, env });
}

function write(name: string, value: unknown): string {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return name;
}

test('Mazur in full precision, from a file and from standard input', () => {
  const mazur = presetById('mazur')!;
  const { status, stdout, stderr } = run([write('mazur.json', mazur), '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const solution = JSON.parse(stdout) as Solution;
  expect(solution.loss).toBeCloseTo(0.2983711088, 9);
  expect(solution.lossAfter).toBeCloseTo(0.2910277737, 9);
  expect(solution.arriving[1]).toEqual(solution.error);
  expect(solution.updated.weights[0]![0]![0]).toBeCloseTo(0.1497807161, 9);
  expect(Object.keys(solution)).toEqual([
    'sums',
    'outputs',
    'loss',
    'error',
    'arriving',
    'slopes',
    'deltas',
    'gradients',
    'updated',
    'lossAfter',
  ]);
  expect(run(['-', '--json'], JSON.stringify(mazur)).stdout).toBe(stdout);
});

test('as a spreadsheet that computes everything anew', () => {
  const file = write('sheet.json', presetById('mazur'));
  const { status, stdout, stderr } = run([file, '--csv', '--lang', 'ja']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.startsWith('\uFEFF')).toBe(true);
  const lines = computeSheet(stdout.slice(1).trimEnd());
  const gradient = lines.find(({ label }) => label === 'x1→h1 の勾配 G')!;
  expect(gradient.value).toBeCloseTo(0.0004385677, 10);
  expect(lines.at(-1)!.value).toBeCloseTo(0.2910277737, 9);
  expect(run([file, '--csv', '--json']).status).toBe(2);
});

test('another sample of the data', () => {
  const swap = presetById('swap')!;
  const { stdout } = run([write('swap.json', swap), '--json', '--sample', '2']);
  expect((JSON.parse(stdout) as Solution).sums[0]).toEqual([0, -2]);
});

test('the working is readable in both languages and names every unit and weight', () => {
  for (const { id, file } of PRESETS) {
    for (const language of ['en', 'ja']) {
      const { status, stdout } = run([write(`${id}.json`, file), '--lang', language]);
      expect(status).toBe(0);
      const { layers } = networkOf(file);
      expect(stdout).toContain(edgeName(networkOf(file), { layer: layers.length, from: 0, to: 0 }));
      expect(stdout).not.toMatch(/undefined|NaN|\{\w+\}/u);
      expect(/[ぁ-ん]/u.test(stdout)).toBe(language === 'ja');
    }
  }
});

test('a bad file: exit 2, every problem with its path on standard error, nothing on standard output', () => {
  const { name: _name, ...nameless } = presetById('mazur')!;
  const { status, stdout, stderr } = run([
    write('bad.json', { ...nameless, weights: [[]], extra: 1 }),
    '--json',
  ]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  for (const path of ['name:', 'weights:', 'weights[0]:', 'extra:']) expect(stderr).toContain(path);
  for (const args of [
    [write('text.json', 'no json')],
    ['missing.json'],
    [],
    ['a', 'b'],
    ['mazur.json', '--sample', '7'],
    ['mazur.json', '--lang', 'fr'],
  ]) {
    const refused = run(args);
    expect({ args, status: refused.status, stdout: refused.stdout }).toEqual({ args, status: 2, stdout: '' });
    expect(refused.stderr.trim()).not.toBe('');
  }
});

test('a result that is not finite: exit 3, naming where', () => {
  const wild = {
    ...presetById('swap')!,
    weights: [
      [
        [1e308, 1e308],
        [1e308, 1e308],
      ],
      presetById('swap')!.weights[1],
    ],
  };
  const { status, stdout, stderr } = run([write('wild.json', wild), '--json']);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toContain('sums[0][0]');
});
