import { describe, expect, test } from 'vitest';
import { chain, valuesOf, workedSituation } from '../../testing/handWorked.ts';
import type { Network, Parameters } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import type { ContributionNumber } from './working.ts';

/** x 2 → w → h1 → 3 → y1, straight: y = 6w, e = 0.5, S = 1.5, G = 3. */
const straight = (w: number): Partial<Network> =>
  chain([{ activation: 'identity' }, { activation: 'identity' }], [w, 3], [0, 0]);
const sample = (w: number) => ({ x: [2], t: [6 * w - 0.5] });
const WEIGHT = { layer: 1, from: 0, to: 0 };
function part(
  w: number,
  changed: Partial<Network> = {},
  of: ContributionNumber = 'G',
  before: Parameters | null = null,
) {
  const situation = workedSituation({ ...straight(w), ...changed }, sample(w), before);
  return numberPart(factsOf(situation, WEIGHT), of);
}

describe('step in place of the gradient', () => {
  test('is −ηG, or the weight moved by it to either side', () => {
    expect(valuesOf(part(5), 'step-given')).toEqual([-0.9, 4.1, 5.9]);
  });

  test('from a weight of 0: the moved weight is the step itself', () => {
    expect(valuesOf(part(0), 'step-given')).toEqual([-0.9]);
  });

  test('at a rate of 1: equals the gradient, but the step still turns the sign', () => {
    const one = part(5, { learningRate: 1 });
    expect(valuesOf(one, 'rate-applied')).toEqual([]);
    expect(valuesOf(one, 'step-given')).toEqual([-3, 2, 8]);
    expect(valuesOf(part(5), 'rate-applied')).toEqual([0.9]);
  });

  test('shows in G only', () => {
    const delta = part(5, {}, 'delta');
    expect([...valuesOf(delta, 'step-given'), ...valuesOf(delta, 'rate-applied')]).toEqual([]);
  });
});

describe('gradient of the previous round, not cleared', () => {
  const before = (G: number): Parameters => ({ weights: [[[G]], [[0]]], biases: [[0], [0]] });

  test('adds to this one, in G only', () => {
    expect(valuesOf(part(5, {}, 'G', before(-4)), 'accumulated')).toEqual([-1]);
    expect(valuesOf(part(5, {}, 'delta', before(-4)), 'accumulated')).toEqual([]);
  });

  test('is absent in the first round, and does not show if it is 0', () => {
    expect(valuesOf(part(5), 'accumulated')).toEqual([]);
    expect(valuesOf(part(5, {}, 'G', before(0)), 'accumulated')).toEqual([]);
  });
});

describe('added in place of multiplied', () => {
  test('gives S + f′ + x', () => {
    // f′ is 1: 1.5 + 1 + 2
    expect(valuesOf(part(5), 'added')).toEqual([4.5]);
    expect(valuesOf(part(5, {}, 'delta'), 'added')).toEqual([2.5]);
    // The one pair of S: w + δ
    expect(valuesOf(part(5, {}, 'S'), 'added')).toEqual([3.5]);
  });

  test('does not apply to a softmax bias, which has a single term', () => {
    const softmax: Partial<Network> = {
      layers: [
        { units: 1, activation: 'identity' },
        { units: 2, activation: 'softmax' },
      ],
      weights: [[[1]], [[1, 2]]],
      biases: [[0], [0, 0]],
      loss: 'cross-entropy',
    };
    const situation = workedSituation({ ...straight(1), ...softmax }, { x: [2], t: [1, 0] });
    const of = (edge: EdgeRef) => numberPart(factsOf(situation, edge), 'G');
    expect(valuesOf(of({ layer: 2, from: 'bias', to: 0 }), 'added')).toEqual([]);
    // e^2 : e^4 — y − t = 1/(1 + e²) − 1, and x = 2
    const y = 1 / (1 + Math.E ** 2);
    expect(valuesOf(of({ layer: 2, from: 0, to: 0 }), 'added')).toEqual([Number((y - 1 + 2).toPrecision(9))]);
    expect(valuesOf(numberPart(factsOf(situation, { layer: 2, from: 0, to: 0 }), 'delta'), 'added')).toEqual(
      [],
    );
  });
});

test('unit alone in its layer: has no neighbour', () => {
  expect(valuesOf(part(5), 'neighbour')).toEqual([]);
});
