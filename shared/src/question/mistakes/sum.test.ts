import { expect, test } from 'vitest';
import { THREE_WAYS, valuesOf, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import type { MistakeId } from '../question.ts';

// h = [2, 3], y = [7, 1, 13], δ = [0.1, 0.2, 0.4]
const sample = { x: [2, 3], t: [6.9, 0.8, 12.6] };
const S = (network: Partial<Network>, of: typeof sample) =>
  numberPart(factsOf(workedSituation(network, of), { layer: 1, from: 0, to: 0 }), 'S');
const sums = (id: MistakeId) => valuesOf(S(THREE_WAYS, sample), id);

test('three paths: any one alone, or one left out; the place is the first path left out', () => {
  expect(sums('sum-one-path')).toEqual([0.2, -0.2, 2, 1.8, 2.2, 0]);
  const places = S(THREE_WAYS, sample)
    .candidates()
    .filter(({ id }) => id === 'sum-one-path')
    .map(({ place }) => place());
  expect(places).toEqual(['w:h1>y2', 'w:h1>y1', 'w:h1>y1', 'w:h1>y1', 'w:h1>y2', 'w:h1>y3']);
});

test('three paths: their gradients, which have the own output in place of the weights', () => {
  // h1 = 2, Σ δ = 0.7
  expect(sums('sum-gradients')).toEqual([1.4]);
});

test('three paths: the mean is a third, and weights can be crossed to either side', () => {
  expect(sums('sum-mean')).toEqual([2 / 3].map((value) => Number(value.toPrecision(9))));
  // [−1, 5, 2] and [5, 2, −1] times δ
  expect(sums('sum-crossed')).toEqual([1.7, 0.5]);
});

test('matrix that is not square: rows cannot be taken for columns', () => {
  expect(sums('sum-transposed')).toEqual([]);
});

/** One path: it cannot be left out, averaged, transposed or crossed. */
test('one path: only the weight can be wrong', () => {
  const one: Partial<Network> = {
    ...THREE_WAYS,
    layers: [
      { units: 1, activation: 'identity' },
      { units: 1, activation: 'identity' },
    ],
    weights: [[[1], [1]], [[3]]],
    biases: [[0], [0]],
  };
  // h = 5, y = 15, δ = 0.5, S = 1.5; the weight after its step is 3 − 0.3·0.5·5
  const part = S(one, { x: [2, 3], t: [14.5] });
  const ids = new Set(part.candidates().map(({ id }) => id));
  expect([...ids].filter((id) => id.startsWith('sum-'))).toEqual([
    'sum-no-weights',
    'sum-gradients',
    'sum-updated-weights',
    'sum-raw-error',
  ]);
  expect(valuesOf(part, 'sum-no-weights')).toEqual([0.5]);
  expect(valuesOf(part, 'sum-gradients')).toEqual([2.5]);
  expect(valuesOf(part, 'sum-updated-weights')).toEqual([1.125]);
});

test('before a softmax: no raw error, since y − t is δ', () => {
  const softmax: Partial<Network> = {
    layers: [
      { units: 2, activation: 'identity' },
      { units: 2, activation: 'softmax' },
    ],
    loss: 'cross-entropy',
  };
  const part = S(softmax, { x: [2, 3], t: [1, 0] });
  expect(valuesOf(part, 'sum-raw-error')).toEqual([]);
  expect(valuesOf(part, 'sum-no-weights')).not.toEqual([]);
});

test('deeper layer: the raw error of a next unit is its S', () => {
  const deep: Partial<Network> = {
    inputs: 1,
    layers: [
      { units: 1, activation: 'identity' },
      { units: 1, activation: 'leaky-relu', slope: 0.5 },
      { units: 1, activation: 'identity' },
    ],
    weights: [[[1]], [[-2]], [[3]]],
    biases: [[0], [0], [0]],
  };
  // h1 = 2, its next −4 → −2, y = −6, e = 0.2: 0.6 arrives, ×0.5 and −2 is −0.6 at h1
  const part = S(deep, { x: [2], t: [-6.2] });
  expect(part.truth).toBeCloseTo(-0.6, 9);
  expect(valuesOf(part, 'sum-raw-error')).toEqual([-1.2]);
  const raw = part.candidates().find(({ id }) => id === 'sum-raw-error')!;
  expect(raw.place()).toBe('p:h2.1');
});
