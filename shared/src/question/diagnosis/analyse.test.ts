import { expect, test } from 'vitest';
import { networkOf } from '../../network/networkFile.ts';
import { PRESETS, presetById } from '../../network/presets.ts';
import type { Network } from '../../maths/network.ts';
import { analyseNetwork } from './analyse.ts';

/** A 2-1-1 network, all identity: f′ is 1 everywhere. */
const IDENTITY: Network = {
  inputs: 2,
  layers: [
    { units: 1, activation: 'identity' },
    { units: 1, activation: 'identity' },
  ],
  loss: 'half-squared-error',
  learningRate: 0.1,
  updateBiases: true,
  snap: null,
  weights: [[[0.5], [2]], [[3]]],
  biases: [[0], [0]],
};

test('analyse: counts one question per weight and sample', () => {
  for (const { file } of PRESETS) {
    const network = networkOf(file);
    const weights = network.weights.flat(2).length;
    expect(analyseNetwork(network, file.data).questions).toBe(weights * file.data.length);
  }
});

test('analyse: with f′ = 1 everywhere a missing f′ is inseparable in every question', () => {
  const { questions, inseparable } = analyseNetwork(IDENTITY, [{ x: [1.5, 0.7], t: [2] }]);
  expect(questions).toBe(3);
  expect(inseparable).toContainEqual({ id: 'slope-missing', questions: 3 });
  expect(inseparable).toContainEqual({ id: 'sum-raw-error', questions: 2 });
  expect(inseparable.map(({ id }) => id)).not.toContain('sign');
});

test('analyse: equal inputs hide a mixed-up input, an input of 1 hides a missing input', () => {
  const count = (x: number[]) =>
    Object.fromEntries(
      analyseNetwork(IDENTITY, [{ x, t: [2] }]).inseparable.map(({ id, questions }) => [id, questions]),
    );
  expect(count([1.5, 1.5])).toMatchObject({ 'input-wrong': 2 });
  expect(count([1.5, 0.7])).not.toHaveProperty('input-wrong');
  expect(count([1, 0.7])).toMatchObject({ 'input-missing': 1 });
});

test('analyse: lists the most frequent mistake first', () => {
  const file = presetById('swap')!;
  const { inseparable } = analyseNetwork(networkOf(file), file.data);
  const counts = inseparable.map(({ questions }) => questions);
  expect(counts.length).toBeGreaterThan(0);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test('analyse: reads only the first questions of a large file', () => {
  const data = Array.from({ length: 4_000 }, (_, i) => ({ x: [i / 100, 1], t: [1] }));
  expect(analyseNetwork(IDENTITY, data).questions).toBe(1_998);
});
