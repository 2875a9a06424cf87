import { describe, expect, test } from 'vitest';
import { chain, isSame, withOutputs, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Layer, Network } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { type Facts, factsOf } from '../facts.ts';
import { CONTRIBUTION_CLASSES } from './rules.ts';

const straight = (units: number): Layer => ({ units, activation: 'identity' });
function facts(
  edge: EdgeRef,
  changed: Partial<Network> = {},
  given: Partial<Facts> = {},
  x: readonly number[] = [2, 3],
): Facts {
  const units = (changed.layers ?? WORKED.layers).at(-1)!.units;
  const t = Array.from({ length: units }, (_, k) => (k === 0 ? 1 : 0));
  return { ...factsOf(workedSituation(changed, { x, t }), edge), ...given };
}
const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };
const BIAS = { layer: 1, from: 'bias', to: 0 } as const;
const hidden = (changed: Partial<Network> = {}, given: Partial<Facts> = {}) => facts(HIDDEN, changed, given);
const output = (changed: Partial<Network> = {}, given: Partial<Facts> = {}) => facts(OUTPUT, changed, given);
const bias = (given: Partial<Facts> = {}) => facts(BIAS, {}, given);
const SOFTMAX = withOutputs(2, 'cross-entropy', 'softmax');
const STRAIGHT = { layers: [straight(2), straight(2)] };
/** x → w → a gated unit, and on to another gated unit. */
const gates = (w: number, v: number, first: Layer['activation'] = 'relu') =>
  facts(HIDDEN, chain([{ activation: first }, { activation: 'relu' }], [w, v], [0, 0]), {}, [2]);
/** x → w → a leaky relu with another slope above 0, and on to another one, v being the weight between them. */
const twoSlopes = (w: number, v: number, up = 0.8) => {
  const layer = { activation: 'leaky-relu', slope: 0.3 } as const;
  const own = { ...layer, ...(up === 1 ? {} : { up }) };
  return facts(HIDDEN, chain([own, { ...layer, up: 0.8 }], [w, v], [0, 0]), {}, [2]);
};
/** The hand-worked network with its first layer twice. */
const DEEP: Partial<Network> = {
  layers: [WORKED.layers[0]!, ...WORKED.layers],
  weights: [WORKED.weights[0]!, ...WORKED.weights],
  biases: [WORKED.biases[0]!, ...WORKED.biases],
};
const middle = facts(OUTPUT, DEEP);
const before = middle.situation.pass.sums[0]![0]!;
/** Facts with the x that cancels f′ of every next unit. */
const undone = (factor: number): Facts => ({ ...middle, x: factor * before });
const rate = (learningRate: number) => ({ learningRate });

describe('mistakes of a contribution with the same value', () => {
  const cases: readonly (readonly [pair: string, rule: string, where: Facts[], whereNot: Facts[]])[] = [
    [
      'slope-gate-ignored = slope-missing',
      'at or below 0 of a gate whose upper slope is 1',
      [gates(-1, 1), gates(0, 1), twoSlopes(-1, 1, 1)],
      [hidden(), output(), gates(1, 1), twoSlopes(-1, 1)],
    ],
    [
      'slope-gate-ignored = slope-wrong-unit',
      'at or below 0 of a gate, where a next f′ is its upper slope',
      [twoSlopes(-1, -1)],
      [twoSlopes(-1, 1), twoSlopes(1, -1), twoSlopes(1, 1), twoSlopes(0, 1, 0.3), hidden()],
    ],
    ['slope-missing = right', 'where f′ is 1', [hidden(STRAIGHT)], [hidden(), output(SOFTMAX)]],
    [
      'slope-missing = slope-wrong-unit',
      'where a next f′ is 1 and its own is not',
      [hidden(withOutputs(2, 'half-squared-error'))],
      [hidden(), hidden(STRAIGHT), output(withOutputs(2, 'half-squared-error')), output()],
    ],
    [
      'slope-missing = loss-shortcut',
      'at an output whose e is y − t',
      [output(), output({ loss: 'mean-squared-error' })],
      [
        hidden(),
        output({ loss: 'squared-error' }),
        output({ loss: 'binary-cross-entropy' }),
        output(withOutputs(3, 'mean-squared-error')),
      ],
    ],
    [
      'slope-missing = sum-raw-error',
      'where every next f′ is its own',
      [hidden(STRAIGHT), hidden({}, { slope: 1, situation: hidden(STRAIGHT).situation })],
      [hidden(), output(), hidden({}, { slope: hidden().situation.truth.slopes[1]![0]! })],
    ],
    [
      'slope-missing = input-sum',
      'where f′ times the sum before is x',
      [output({}, { slope: 0.75 / Math.log(3) })],
      [output(), hidden({}, { slope: 1 }), output(SOFTMAX), output({}, { slope: null, x: 0 })],
    ],
    [
      'slope-twice = loss-shortcut',
      'at an output with an f′ under cross-entropy',
      [output({ loss: 'binary-cross-entropy' })],
      [output(), hidden({ loss: 'binary-cross-entropy' }), output(SOFTMAX)],
    ],
    [
      'slope-activation = input-weight',
      'where a·x is f′·w',
      [hidden({}, { a: 0.5, x: 3, slope: 0.25, w: 6 })],
      [hidden(), hidden({}, { a: 0, x: 3, slope: null, w: 6 })],
    ],
    [
      'slope-activation = input-own-output',
      'where f′ is x, which no bias has',
      [hidden({}, { slope: 0.25, x: 0.25 })],
      [hidden(), bias({ slope: 1, x: 1 }), hidden({}, { slope: null, x: 0 })],
    ],
    [
      'slope-wrong-unit = slope-gate-inverted',
      'behind an open gate, where a next one is as the other side of it',
      [gates(1, -1)],
      [gates(1, 1), gates(-1, -1), gates(1, -1, 'identity'), hidden()],
    ],
    ['sign = step-given', 'with a rate of 1', [hidden(rate(1))], [hidden(), hidden(rate(-1))]],
    [
      'sign = neighbour',
      'at one of two softmax outputs',
      [output(SOFTMAX)],
      [output(), hidden(SOFTMAX), output(withOutputs(3, 'cross-entropy', 'softmax'))],
    ],
    [
      'sign = sum-crossed',
      'right before two softmax outputs',
      [hidden(SOFTMAX)],
      [
        hidden(),
        output(SOFTMAX),
        hidden(withOutputs(3, 'cross-entropy', 'softmax')),
        hidden({
          ...DEEP,
          layers: [...WORKED.layers, { units: 2, activation: 'softmax' }],
          loss: 'cross-entropy',
        }),
      ],
    ],
    [
      'sum-mean = loss-factor',
      'where a loss factor is one over the ways on',
      [hidden(), hidden({ loss: 'squared-error' }), hidden(withOutputs(3, 'mean-squared-error'))],
      [
        hidden({ loss: 'binary-cross-entropy' }),
        hidden(withOutputs(1, 'mean-squared-error')),
        output(),
        hidden({}, { next: [...hidden().next, ...hidden().next] }),
      ],
    ],
    [
      'sum-mean = rate-applied',
      'where the rate is one over the ways on, of which there are several',
      [hidden(rate(0.5))],
      [hidden(), output(rate(0.5)), hidden({ ...withOutputs(1, 'half-squared-error'), ...rate(1) })],
    ],
    [
      'sum-raw-error = input-sum',
      'where every next f′ times the sum before is x',
      [{ ...undone(0.09), situation: sloped([0.09, 0.09]) }],
      [middle, { ...undone(0.09), situation: sloped([0.09, 0.24]) }, hidden(), output({}, { x: 1 })],
    ],
    [
      'sum-raw-error = right',
      'where every next f′ is 1',
      [hidden(STRAIGHT)],
      [hidden(), output(STRAIGHT), hidden(SOFTMAX), { ...middle, situation: sloped([1, 0.24]) }],
    ],
    ['input-missing = right', 'where x is 1', [hidden({}, { x: 1 })], [hidden(), bias()]],
    ['input-wrong = right', 'where another input is the same', [hidden({}, { x: 3 })], [hidden(), bias()]],
    [
      'input-missing = input-wrong',
      'where another input is 1',
      [hidden({}, { otherInputs: [5, 1] })],
      [hidden()],
    ],
    [
      'input-own-output = input-weight',
      'where a is w, which is no input of a bias',
      [hidden({}, { a: 0.5 })],
      [hidden(), bias({ a: 3, w: 3 })],
    ],
    [
      'input-sum = right',
      'where what comes in is the sum before as it is',
      [output(STRAIGHT)],
      [output(), hidden()],
    ],
    [
      'rate-applied = loss-factor',
      'where the rate is a factor that a squared loss can lose',
      [hidden(rate(0.5)), hidden(rate(2)), hidden({ ...withOutputs(3, 'squared-error'), ...rate(1 / 3) })],
      [
        hidden(),
        hidden({ ...withOutputs(2, 'squared-error'), ...rate(1 / 3) }),
        hidden({ loss: 'binary-cross-entropy', ...rate(0.5) }),
      ],
    ],
    [
      'rate-applied = slip',
      'where the rate is a power of ten',
      [0.1, 0.01, 0.001, 10, 100, 1000].map((power) => hidden(rate(power))),
      [hidden(), hidden(rate(1)), hidden(rate(0.2))],
    ],
    [
      'loss-shortcut = loss-factor',
      'at a straight output, where the factor of the loss is one that can be lost',
      [
        output(withOutputs(2, 'squared-error')),
        output(withOutputs(1, 'mean-squared-error')),
        output(withOutputs(4, 'mean-squared-error')),
      ],
      [
        output(withOutputs(2, 'half-squared-error')),
        output(withOutputs(3, 'mean-squared-error')),
        output({ loss: 'squared-error' }),
        hidden(STRAIGHT),
        hidden({ ...STRAIGHT, loss: 'squared-error' }),
        output(withOutputs(2, 'binary-cross-entropy', 'sigmoid'), { slope: 1 }),
      ],
    ],
  ];

  /** The middle of three layers, with the given f′ of the last. */
  function sloped(slopes: readonly number[]) {
    const { situation } = middle;
    return { ...situation, truth: { ...situation.truth, slopes: [[], [], slopes] } };
  }

  test.each(cases)('%s %s', (pair, _, where, whereNot) => {
    expect(where.map((one) => isSame(CONTRIBUTION_CLASSES, pair, one))).toEqual(where.map(() => true));
    expect(whereNot.map((one) => isSame(CONTRIBUTION_CLASSES, pair, one))).toEqual(whereNot.map(() => false));
  });

  test('every pair is among these cases', () => {
    expect(CONTRIBUTION_CLASSES.map(({ ids }) => ids.join(' = ')).toSorted()).toEqual(
      cases.map(([pair]) => pair).toSorted(),
    );
  });

  test('same: tolerates differences of the last bits, not of a millionth', () => {
    const x = (off: number) => hidden({}, { slope: 0.25, x: 0.25 * (1 + off) });
    const pair = 'slope-activation = input-own-output';
    expect([0, 1e-13, 1e-6, -1e-6].map((off) => isSame(CONTRIBUTION_CLASSES, pair, x(off)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const small = hidden({}, { slope: 1e-7, x: 1e-7 * (1 + 1e-6) });
    expect(isSame(CONTRIBUTION_CLASSES, pair, small)).toBe(false);
    expect(isSame(CONTRIBUTION_CLASSES, pair, hidden({}, { slope: 0, x: 0 }))).toBe(true);
    expect(isSame(CONTRIBUTION_CLASSES, pair, hidden({}, { slope: -0.25, x: -0.25 }))).toBe(true);
  });
});
