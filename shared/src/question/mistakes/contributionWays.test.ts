import { describe, expect, test } from 'vitest';
import { valuesOf, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Layer, Network, Parameters } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import { mistakenWorkings } from './contribution.ts';
import { CONTRIBUTION_RULES } from './rules.ts';

describe('number of workings of a mistake', () => {
  const waysAt = (edge: EdgeRef, changed: Partial<Network> = {}) => {
    const facts = factsOf(workedSituation(changed, { x: [2, 3], t: [1, 0] }), edge);
    return CONTRIBUTION_RULES.map(({ id, workings }) => [id, workings(facts).length] as const);
  };
  const withWays = (ways: ReturnType<typeof waysAt>, count: number) =>
    ways.filter(([, n]) => n === count).map(([id]) => id);

  test('of a hidden weight: no gate in a sigmoid, no sum before an input, no round before the first', () => {
    const ways = waysAt({ layer: 1, from: 0, to: 0 });
    expect(withWays(ways, 0)).toEqual([
      'slope-gate-ignored',
      'slope-gate-inverted',
      'input-sum',
      'bias-times-b',
      'loss-shortcut',
      'accumulated',
      'target-missing',
      'output-missing',
      'target-other',
    ]);
    expect(withWays(ways, 2)).toEqual(['sum-one-path', 'input-applied', 'loss-factor']);
    expect(withWays(ways, 3)).toEqual(['slope-wrong-unit', 'step-given', 'added', 'neighbour']);
    expect(withWays(ways, 4)).toEqual(['slope-half-formula']);
  });

  test('of an output weight: no sum, no S that is asked, no S of a neighbour but its error', () => {
    const ways = waysAt({ layer: 2, from: 0, to: 0 });
    expect(withWays(ways, 0)).toEqual([
      'slope-gate-ignored',
      'slope-gate-inverted',
      'sum-one-path',
      'sum-no-weights',
      'sum-gradients',
      'sum-mean',
      'sum-transposed',
      'sum-crossed',
      'sum-updated-weights',
      'sum-raw-error',
      'bias-times-b',
      'accumulated',
      'target-other',
      'parcel-given',
    ]);
    expect(withWays(ways, 2)).toEqual(['input-applied', 'loss-factor', 'added']);
  });

  test('of a softmax weight: nothing about f′ either, and the loss has no factor', () => {
    const ways = waysAt(
      { layer: 2, from: 0, to: 0 },
      { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
    );
    expect(withWays(ways, 0).filter((id) => !id.startsWith('sum-'))).toEqual([
      'slope-gate-ignored',
      'slope-missing',
      'slope-activation',
      'slope-of-output',
      'slope-formula-on-sum',
      'slope-half-formula',
      'slope-wrong-unit',
      'slope-wrong-function',
      'slope-twice',
      'slope-gate-inverted',
      'bias-times-b',
      'loss-factor',
      'accumulated',
      'target-other',
      'parcel-given',
    ]);
    // Without an S of its own: δ and G.
    expect(withWays(ways, 2)).toEqual(['input-applied', 'neighbour']);
  });

  test('of a weight into an identity: no curve, f′ twice equals f′ once', () => {
    const straight = { units: 2, activation: 'identity' as const };
    const ways = waysAt({ layer: 1, from: 0, to: 0 }, { layers: [straight, straight] });
    expect(withWays(ways, 0).filter((id) => id.startsWith('slope-'))).toEqual([
      'slope-gate-ignored',
      'slope-of-output',
      'slope-formula-on-sum',
      'slope-half-formula',
      'slope-wrong-unit',
      'slope-twice',
      'slope-gate-inverted',
    ]);
  });

  test('of a bias: nothing about an input', () => {
    const ways = waysAt({ layer: 1, from: 'bias', to: 0 });
    expect(withWays(ways, 0).filter((id) => id.startsWith('input-'))).toEqual([
      'input-missing',
      'input-wrong',
      'input-own-output',
      'input-weight',
      'input-sum',
      'input-applied',
    ]);
    expect(withWays(ways, 1)).toContain('bias-times-b');
  });
});

test('a slip is searched in all workings that show in G and are finite', () => {
  const count = (changed: Partial<Network>, before: Parameters | null) =>
    mistakenWorkings(factsOf(workedSituation(changed, undefined, before), { layer: 1, from: 0, to: 0 }))
      .length;
  const before = { weights: [[[0.07]]], biases: [] };
  expect(count({}, before)).toBe(43);
  expect(count({}, null)).toBe(42);
  // The three steps, the weights after theirs, and the rate itself are none.
  expect(count({ learningRate: Number.POSITIVE_INFINITY }, null)).toBe(37);
});

test('with four paths, slopes of three other units are still among the 40 candidates', () => {
  const four = [1, 2, 3, 4];
  const layer: Layer = { units: 4, activation: 'tanh' };
  const numbers = (seed: number) => four.map((i) => Math.sin(seed + 10 * i));
  const network: Partial<Network> = {
    inputs: 4,
    layers: [layer, layer, layer],
    weights: [1, 2, 3].map((l) => four.map((i) => numbers(l + i / 10))),
    biases: [4, 5, 6].map(numbers),
  };
  const before = { weights: network.weights!, biases: network.biases! };
  const situation = workedSituation(network, { x: numbers(7), t: numbers(8) }, before);
  const part = numberPart(factsOf(situation, { layer: 2, from: 0, to: 0 }), 'G');
  expect(part.candidates()).toHaveLength(40);
  expect(valuesOf(part, 'slope-wrong-unit')).toHaveLength(3);
});
