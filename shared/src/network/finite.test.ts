import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Network, Sample } from '../maths/network.ts';
import { FINITE_WORDS } from '../strings/finite.ts';
import { LANGUAGES } from '../strings/languages.ts';
import { networks } from '../testing/arbitraries.ts';
import { runs } from '../testing/effort.ts';
import { TestTable } from '../testing/table.ts';
import { notFiniteIn, notFiniteSentence, readPlayableFile } from './finite.ts';
import { fileOf, type NetworkFile, networkOf } from './networkFile.ts';
import { PRESETS, presetById } from './presets.ts';
import { solve } from './solution.ts';

/** A network of one layer. */
const layer = (
  given: Pick<Network, 'loss'> & Partial<Network>,
  activation: Network['layers'][number]['activation'],
): Network => ({
  inputs: 1,
  layers: [{ units: given.weights?.[0]![0]!.length ?? 1, activation }],
  learningRate: 0.5,
  updateBiases: true,
  snap: null,
  weights: [[[0.5]]],
  biases: [(given.weights?.[0]![0] ?? [0]).map(() => 0)],
  ...given,
});
const sigmoid = layer({ loss: 'binary-cross-entropy' }, 'sigmoid');
const softmax = layer({ loss: 'cross-entropy', weights: [[[-400, 400]]] }, 'softmax');
const identity = layer({ loss: 'half-squared-error' }, 'identity');

/** Network, samples, and the value that is not finite. */
const CASES: readonly (readonly [string, Network, readonly Sample[], object | undefined])[] = [
  // u = 60: y is 1 to the last bit, and ln(1 − y) is −∞.
  [
    'a sigmoid that saturates on the wrong side',
    sigmoid,
    [{ x: [120], t: [0] }],
    { sample: 0, where: 'loss' },
  ],
  ['… on the right side: ∂E/∂y is 0/0', sigmoid, [{ x: [120], t: [1] }], { sample: 0, where: 'error[0]' }],
  [
    '… in the second sample',
    sigmoid,
    [
      { x: [2], t: [0] },
      { x: [120], t: [0] },
    ],
    { sample: 1, where: 'loss' },
  ],
  ['a sigmoid that does not saturate', sigmoid, [{ x: [2], t: [0] }], undefined],
  ['a softmax that gives its target nothing', softmax, [{ x: [1], t: [1, 0] }], { sample: 0, where: 'loss' }],
  ['a softmax that gives it everything', softmax, [{ x: [1], t: [0, 1] }], undefined],
  [
    'a sum',
    { ...identity, weights: [[[1e300]]] },
    [{ x: [1e10], t: [0] }],
    { sample: 0, where: 'sums[0][0]' },
  ],
  ['a square', identity, [{ x: [1e200], t: [0] }], { sample: 0, where: 'loss' }],
  [
    'a loss after the update',
    { ...identity, learningRate: 1e160 },
    [{ x: [1], t: [0] }],
    { where: 'lossAfter' },
  ],
  [
    'an update after some others',
    { ...identity, learningRate: 1e40 },
    [{ x: [1], t: [0] }],
    { sample: 0, where: 'lossAfter', updates: 3 },
  ],
];

test.each(CASES)('%s', (_, network, data, expected) => {
  const found = notFiniteIn(network, data);
  if (expected) expect(found).toMatchObject(expected);
  else expect(found).toBeUndefined();
  const read = readPlayableFile(JSON.parse(JSON.stringify(fileOf('Own', network, copy(data)))));
  const isRefused = found !== undefined && found.updates === 0;
  expect(read.ok).toBe(!isRefused);
  if (!read.ok) expect(read.problems.map(({ path }) => path)).toEqual([`data[${found!.sample}]`]);
});

const copy = (data: readonly Sample[]): NetworkFile['data'] =>
  data.map(({ x, t }) => ({ x: [...x], t: [...t] }));

test.each(PRESETS)('preset $id: stays finite', ({ file }) => {
  expect(notFiniteIn(networkOf(file), file.data)).toBeUndefined();
  expect(readPlayableFile(file)).toEqual({ ok: true, file });
});

test('a file with other problems is told those', () => {
  const read = readPlayableFile({ ...presetById('swap'), name: '' }, 'ja');
  expect(!read.ok && read.problems.map(({ path }) => path)).toEqual(['name']);
});

test('sentences: name every value of a solution, in every language', () => {
  const { file } = PRESETS[0]!;
  const keys = Object.keys(solve(networkOf(file), file.data[0]!));
  for (const language of LANGUAGES) {
    expect(Object.keys(FINITE_WORDS[language].names)).toEqual(keys);
    for (const updates of [0, 3]) {
      const sentence = notFiniteSentence(
        { sample: 1, where: 'gradients.weights[0][1][0]', updates },
        language,
      );
      expect(sentence).toContain(FINITE_WORDS[language].names.gradients);
      expect(sentence).toContain('gradients.weights[0][1][0]');
      expect(sentence).not.toMatch(/\{\{/u);
    }
  }
});

test('a file that opens can be started: the referee never refuses it for its numbers', () => {
  const scales = fc.constantFrom(1, 10, 100, 1e5, 1e80, 1e155, 1e300);
  const seen = { opens: 0, refused: 0 };
  fc.assert(
    fc.property(networks(), scales, scales, ({ network, sample }, weight, input) => {
      const weights = network.weights.map((matrix) => matrix.map((row) => row.map((w) => w * weight)));
      const data = [{ x: sample.x.map((x) => x * input), t: sample.t }];
      const file = fileOf('Own', { ...network, weights }, copy(data));
      const table = TestTable.openOn(file);
      table.room({ type: 'joinPlayer', player: 'p1' });
      const isStarted = table.host({ type: 'start' }).accepted;
      const opens = notFiniteIn(networkOf(file), file.data)?.updates !== 0;
      seen[opens ? 'opens' : 'refused']++;
      if (opens) expect(isStarted).toBe(true);
    }),
    { numRuns: runs(300, 3_000) },
  );
  expect(Math.min(seen.opens, seen.refused)).toBeGreaterThan(50);
});
