import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlayableFile } from '@relay/shared/network/finite';
import { networkOf } from '@relay/shared/network/networkFile';
import { edgeName } from '@relay/shared/maths/unit';
import { faultSentence } from '@relay/shared/network/text/faultSentence';
import { readJson } from '@relay/shared/network/text/readJson';
import { PRESETS, presetById } from '@relay/shared/network/presets';
import type { Solution } from '@relay/shared/network/solution';
import { forward } from '@relay/shared/maths/forward';
import type { Network, Sample } from '@relay/shared/maths/network';
import { networks } from '@relay/shared/testing/arbitraries';
import {
  centralDifference,
  distanceToKink,
  lossAt,
  withBias,
  withWeight,
} from '@relay/shared/testing/centralDifference';
import { BROKEN_FILES } from '@relay/shared/testing/brokenFiles';
import { isLong, pairs, runs } from '@relay/shared/testing/effort';
import fc from 'fast-check';
import { computeSheet } from '@relay/shared/testing/spreadsheet';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { WORKING_WORDS } from '@relay/shared/strings/working';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'solve-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Command as people call it, through its bootstrap, and the program itself, which takes half the time. */
const SCRIPTS = {
  command: join(import.meta.dirname, '..', 'bin', 'solve.mjs'),
  program: join(import.meta.dirname, 'solve.ts'),
} as const;
function run(args: readonly string[], input = '', script: keyof typeof SCRIPTS = 'command') {
  // npm passes the folder of the command; under `npm test` that would be the project's folder.
  const env = { ...process.env, INIT_CWD: folder };
  return spawnSync(process.execPath, [SCRIPTS[script], ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env,
  });
}

function write(name: string, value: unknown): string {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return name;
}

test('Mazur’s network: full precision, from a file and from standard input', () => {
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

test('--csv: the spreadsheet computes every value anew', () => {
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

/** Network file of a network and its sample. */
function fileOf({ network, sample }: { readonly network: Network; readonly sample: Sample }) {
  const { inputs, layers, snap: _none, ...rest } = network;
  const written = layers.map(({ units, activation, slope, up }) => ({
    units,
    activation,
    ...(activation === 'leaky-relu' ? { slope, up } : {}),
  }));
  const format = 'backprop-relay/network@1';
  return { format, name: 'Random', ...rest, layers: [{ units: inputs }, ...written], data: [sample] };
}

test('random networks: gradients equal the slopes of the loss by central differences', () => {
  const isTame = ({ network, sample }: Parameters<typeof fileOf>[0]): boolean =>
    distanceToKink(network, sample.x) > 1e-3 &&
    forward(network, sample.x)
      .outputs.at(-1)!
      .every((y) => Math.abs(y) > 1e-3 && Math.abs(1 - y) > 1e-3);
  for (const { network, sample } of fc.sample(networks().filter(isTame), { seed: 11, numRuns: runs(3, 8) })) {
    const { stdout, stderr } = run(['-', '--json'], JSON.stringify(fileOf({ network, sample })), 'program');
    expect(stderr).toBe('');
    const { gradients, loss, lossAfter, updated } = JSON.parse(stdout) as Solution;
    expect(loss).toBeCloseTo(lossAt(network, sample), 12);
    expect(lossAfter).toBeCloseTo(lossAt({ ...network, ...updated }, sample), 12);
    network.weights.forEach((matrix, l) =>
      matrix.forEach((row, i) =>
        row.forEach((w, j) => {
          const slope = centralDifference((shift) => lossAt(withWeight(network, l, i, j, shift), sample));
          const found = gradients.weights[l]![i]![j]!;
          expect(Math.abs(found - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
          expect(updated.weights[l]![i]![j]).toBeCloseTo(w - network.learningRate * found, 12);
        }),
      ),
    );
    network.biases.forEach((row, l) =>
      row.forEach((_, j) => {
        const slope = centralDifference((shift) => lossAt(withBias(network, l, j, shift), sample));
        expect(Math.abs(gradients.biases[l]![j]! - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      }),
    );
  }
});

test('--sample: chooses another sample of the data', () => {
  const swap = presetById('swap')!;
  const { stdout } = run([write('swap.json', swap), '--json', '--sample', '2']);
  expect((JSON.parse(stdout) as Solution).sums[0]).toEqual([0, -2]);
});

test('working: is readable in every language and names every unit and weight', () => {
  for (const [{ id, file }, language] of pairs(PRESETS, LANGUAGES)) {
    const { status, stdout } = run([write(`${id}.json`, file), '--lang', language], '', 'program');
    expect(status).toBe(0);
    const { layers } = networkOf(file);
    expect(stdout).toContain(edgeName(networkOf(file), { layer: layers.length, from: 0, to: 0 }));
    expect(stdout).not.toMatch(/undefined|NaN|\{\w+\}/u);
    expect(stdout).toContain(WORKING_WORDS[language].lossAfter);
  }
});

test('two slopes: are used in every value, and written out where that above 0 is not 1', () => {
  const leaky = { units: 1, activation: 'leaky-relu', slope: 0.3, up: 0.8 };
  const file = {
    format: 'backprop-relay/network@1',
    name: 'Two slopes',
    layers: [{ units: 1 }, leaky, { ...leaky, slope: -0.5, up: 1 }],
    loss: 'half-squared-error',
    learningRate: 0.1,
    weights: [[[2]], [[-1]]],
    data: [{ x: [3], t: [1] }],
  };
  // u = 6, a = 4.8, u = −4.8, y = 2.4, e = 1.4, δ = −0.7, S = 0.7, δ = 0.56
  const { stdout } = run([write('two.json', file), '--json'], '', 'program');
  const solution = JSON.parse(stdout) as Solution;
  expect(solution.outputs.flat().map((output) => Number(output.toFixed(9)))).toEqual([4.8, 2.4]);
  expect(solution.slopes).toEqual([[0.8], [-0.5]]);
  expect(solution.deltas.flat().map((delta) => Number(delta.toFixed(9)))).toEqual([0.56, -0.7]);
  const text = run(['two.json'], '', 'program').stdout;
  expect(text).toContain('leaky-relu of layer 1: 0.8 × sum above 0, 0.3 × sum otherwise');
  expect(text).not.toContain('of layer 2');
});

test('a bad file: exit 2, each problem with its path on standard error, empty standard output', () => {
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

test('files that are no JSON text: exit 2, with the sentence that the page shows, in every language', () => {
  // A process each: the short form takes every ninth file, the page's test all of them.
  const files = BROKEN_FILES.filter((_, i) => isLong || i % 9 === 0);
  for (const [{ name, bytes, id, at }, language] of pairs(files, LANGUAGES)) {
    writeFileSync(join(folder, 'broken.json'), bytes);
    const { status, stdout, stderr } = run(['broken.json', '--json', '--lang', language], '', 'program');
    expect({ name, status, stdout }).toEqual({ name, status: 2, stdout: '' });
    const read = readJson(bytes, (utf8) => new TextDecoder().decode(utf8));
    expect(stderr.trim()).toBe(read.ok ? '' : faultSentence(read.fault, 'broken.json', language));
    if (at) expect(stderr, id).toMatch(new RegExp(`\\b${at[0]}\\D+${at[1]}\\D`, 'u'));
  }
});

test('a file with a byte order mark, or from standard input: is read; a fault there is told by that name', () => {
  const mazur = JSON.stringify(presetById('mazur'));
  expect(run([write('bom.json', `\uFEFF${mazur}`), '--json']).status).toBe(0);
  const { status, stderr } = run(['-', '--lang', 'ja'], '{ "a": 1, }');
  expect([status, stderr.trim()]).toEqual([
    2,
    '「標準入力」の1行目9文字目：このコンマは余分です。消してください。',
  ]);
});

test('a result that is not finite: exit 3, naming its place', () => {
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
  expect(stderr).toContain('data[0]: a belly sum u (sums[0][0]) is no finite number here');
});

/** One sigmoid under binary cross-entropy: with x = 120 its output is 1 to the last bit. */
const saturating = (...data: readonly (readonly [x: number, t: number])[]) => ({
  format: 'backprop-relay/network@1',
  name: 'Saturating',
  layers: [{ units: 1 }, { units: 1, activation: 'sigmoid' }],
  loss: 'binary-cross-entropy',
  weights: [[[0.5]]],
  data: data.map(([x, t]) => ({ x: [x], t: [t] })),
});

test('a cross-entropy that is infinite: exit 3 with the sentence of the page, in every language', () => {
  const file = saturating([120, 0]);
  for (const language of LANGUAGES) {
    const { status, stdout, stderr } = run(
      [write('bce.json', file), '--json', '--lang', language],
      '',
      'program',
    );
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    const read = readPlayableFile(file, language);
    expect(read.ok ? [] : read.problems.map(({ path, expected }) => `${path}: ${expected}`)).toEqual([
      stderr.trim(),
    ]);
    expect(stderr).toContain('loss');
  }
});

test('another sample that is not finite: is named beside the result', () => {
  const { status, stdout, stderr } = run(
    [write('two.json', saturating([2, 0], [120, 0])), '--json'],
    '',
    'program',
  );
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as Solution).loss).toBeCloseTo(Math.log(1 + Math.E), 12);
  expect(stderr).toMatch(/^data\[1\]: the loss E \(loss\)/u);
});
