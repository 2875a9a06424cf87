import { describe, expect, test } from 'vitest';
import { WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { factsOf } from '../facts.ts';
import { num, valueOf } from '../numbers/expression.ts';
import { isWorking } from '../diagnosis/operands/isWorking.ts';
import { readNumber } from '../numbers/readNumber.ts';
import { difference, errorTerm, nextDelta, slopeTerm, sumOver, termsOf } from './terms.ts';

/** Filters the typed texts that match an expression. */
function matching(typed: readonly string[], expression: Parameters<typeof isWorking>[1]): string[] {
  return typed.filter((raw) => {
    const read = readNumber(raw);
    if (!read.ok) throw new RangeError(`unreadable: ${raw}`);
    return isWorking(read.typed, expression);
  });
}

const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };
const facts = (edge: EdgeRef, changed: Partial<Network> = {}, t = [0.4, 0.8]) =>
  factsOf(workedSituation(changed, { x: [2, 3], t }), edge);
const SOFTMAX: Partial<Network> = {
  layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }],
  loss: 'cross-entropy',
};

test('difference: matches y − t in this order only', () => {
  const typed = ['0.5', '0.9-0.4', '0.9-0.8', '0.6-0.4'];
  expect(matching(typed, difference(workedSituation(), 0))).toEqual(['0.5', '0.9-0.4']);
});

describe('errorTerm: matches its number, or', () => {
  const typed = ['0.9-0.4', '2*(0.9-0.4)', '2*0.5', '2/3*(0.9-0.4)'];
  const as = (loss: Network['loss'], value: number, units = 2) => {
    const layers = [WORKED.layers[0]!, { ...WORKED.layers[1]!, units }];
    const situation = workedSituation();
    return matching(
      typed,
      errorTerm({ ...situation, network: { ...situation.network, loss, layers } }, 0, value),
    );
  };
  test('with half the square: the difference', () =>
    expect(as('half-squared-error', 0.5, 3)).toEqual([typed[0]]));
  test('with the square: twice the difference', () =>
    expect(as('squared-error', 1)).toEqual([typed[1], typed[2]]));
  test('with the mean: 2/K times the difference', () =>
    expect(as('mean-squared-error', 1 / 3, 3)).toEqual([typed[3]]));
  test('with a cross-entropy: nothing else', () => {
    expect(as('binary-cross-entropy', 0.5)).toEqual([]);
    expect(as('cross-entropy', 0.5)).toEqual([]);
  });
});

test('slopeTerm: matches a(1 − a) of a sigmoid, 1 − a² of a tanh, of others its number only', () => {
  const typed = ['0.75*(1-0.75)', '1-0.75*0.75', '1*0.1875', '1*0.4375'];
  const as = (activation: 'sigmoid' | 'tanh' | 'softplus', slope: number) =>
    matching(typed, slopeTerm({ units: 1, activation }, slope, 0.75));
  expect(as('sigmoid', 0.1875)).toEqual([typed[0], typed[2]]);
  expect(as('tanh', 0.4375)).toEqual([typed[1], typed[3]]);
  expect(as('softplus', 0.1875)).toEqual([typed[2]]);
  expect(as('softplus', 0.4375)).toEqual([typed[3]]);
});

describe('nextDelta', () => {
  test('matches e × f′ where the next unit is an output', () => {
    const typed = ['1*0.045', '0.5*0.09', '(0.9-0.4)*0.9*(1-0.9)', '0.9-0.4'];
    expect(matching(typed, nextDelta(facts(HIDDEN), 0))).toEqual(typed.slice(0, 3));
    // −0.2 × 0.24
    expect(matching(['-0.2*0.24', '0.5*0.09'], nextDelta(facts(HIDDEN), 1))).toEqual(['-0.2*0.24']);
  });

  test('matches y − t under a cross-entropy', () => {
    const of = nextDelta(facts(HIDDEN, { loss: 'binary-cross-entropy' }), 0);
    expect(valueOf(of)).toBeCloseTo(0.5, 12);
    expect(matching(['0.9-0.4', '0.5*0.09'], of)).toEqual(['0.9-0.4']);
  });

  test('matches only its number in a deeper layer', () => {
    const deep: Partial<Network> = {
      layers: [WORKED.layers[0]!, ...WORKED.layers],
      weights: [WORKED.weights[0]!, ...WORKED.weights],
      biases: [WORKED.biases[0]!, ...WORKED.biases],
    };
    const of = nextDelta(facts(HIDDEN, deep), 0);
    expect(of).toEqual(num(valueOf(of)));
    const binary = nextDelta(facts(HIDDEN, { ...deep, loss: 'binary-cross-entropy' }), 0);
    expect(binary).toEqual(num(valueOf(binary)));
  });
});

test('sumOver: one term for each next unit, in their order', () => {
  const of = sumOver(facts(HIDDEN), (k) => num(10 + k));
  expect(of).toEqual({ type: 'sum', of: [num(10), num(11)] });
});

describe('termsOf: the right set of three', () => {
  test('of a hidden unit: each path’s product, f′, x', () => {
    const { S, slope, x } = termsOf(facts(HIDDEN));
    expect([S, slope!, x!].map((term) => valueOf(term))).toEqual([
      expect.closeTo(0.138, 12),
      expect.closeTo(0.1875, 12),
      2,
    ]);
    const typed = ['2*0.045+1*0.048', '2*0.5*0.09+0.2*0.24', '0.045-0.048'];
    expect(matching(typed, S)).toEqual(typed.slice(0, 2));
    expect(matching(['0.75*(1-0.75)'], slope!)).toHaveLength(1);
  });

  test('of an output: e, f′, x', () => {
    const { S, slope, x } = termsOf(facts(OUTPUT));
    expect([S, slope!, x!].map((term) => valueOf(term))).toEqual([
      expect.closeTo(0.5, 12),
      expect.closeTo(0.09, 12),
      expect.closeTo(0.75, 12),
    ]);
    expect(matching(['0.9-0.4', '0.5*0.09'], S)).toEqual(['0.9-0.4']);
  });

  test('of a softmax output: y − t and x', () => {
    const { S, slope } = termsOf(facts(OUTPUT, SOFTMAX, [1, 0]));
    const y = 1 / (1 + Math.exp(Math.log(1.5) - Math.log(9)));
    expect(valueOf(S)).toBeCloseTo(y - 1, 12);
    expect(matching([`${y.toFixed(4)}-1`, '0.9-0.4'], S)).toEqual([`${y.toFixed(4)}-1`]);
    expect(slope).toBeNull();
  });

  test('of a bias: no x', () => {
    expect(termsOf(facts({ layer: 1, from: 'bias', to: 0 })).x).toBeNull();
    expect(termsOf(facts({ layer: 2, from: 'bias', to: 0 })).x).toBeNull();
  });
});
