import { expect, test } from 'vitest';
import { chain, valuesOf, workedSituation } from '../../testing/handWorked.ts';
import type { Layer, Network } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import type { MistakeId } from '../question.ts';
import { formulaOnSum, isCurved, otherFunctions, otherSide } from './slope.ts';

/** Slope mistakes in δ of a unit, each with its values. */
function slopeMistakes(changed: Partial<Network>, edge: EdgeRef, t: readonly number[]) {
  const situation = workedSituation(changed, { x: [2], t });
  const part = numberPart(factsOf(situation, edge), 'delta');
  const ids = new Set(part.candidates().map(({ id }) => id));
  return Object.fromEntries(
    [...ids].filter((id) => id.startsWith('slope-')).map((id: MistakeId) => [id, valuesOf(part, id)]),
  );
}
const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };
const layer = (activation: Layer['activation'], slope?: number, up?: number): Layer => ({
  units: 1,
  activation,
  ...(slope === undefined ? {} : { slope }),
  ...(up === undefined ? {} : { up }),
});

/** y1 = 0.5·h1 + 1 − t = e, with an f′ of 1; S of h1 is half of it. */
const straight = (hidden: Omit<Layer, 'units'>, w: number) =>
  chain([hidden, { activation: 'identity' }], [w, 0.5], [0, 1]);

test('shut relu: the gate ignored, or the output or another function in place of 0', () => {
  // u = −4, a = 0, y = 1, e = 2, S = 1. tanh′(−4) and σ′(−4) from their definitions.
  const mistakes = slopeMistakes(straight({ activation: 'relu' }, -2), HIDDEN, [-1]);
  expect(mistakes).toEqual({
    'slope-gate-ignored': [1],
    'slope-missing': [1],
    'slope-wrong-unit': [1],
    'slope-wrong-function': [0.0176627062, 0.00134095068],
  });
});

test('open relu: the gate inverted; twice f′ of 1 and a next unit’s 1 do not show', () => {
  // u = a = 4, y = 3, e = 4, S = 2
  const mistakes = slopeMistakes(straight({ activation: 'relu' }, 2), HIDDEN, [-1]);
  expect(mistakes).toEqual({
    'slope-missing': [2],
    'slope-activation': [8],
    'slope-wrong-function': [0.0353254124, 0.00268190137],
    'slope-gate-inverted': [0],
  });
});

test('leaky relu below 0: the gate ignored gives a slope of 1', () => {
  // u = −4, a = −1, y = 0.5, e = 1.5, S = 0.75, δ = 0.75/4
  const mistakes = slopeMistakes(straight({ activation: 'leaky-relu', slope: 0.25 }, -2), HIDDEN, [-1]);
  expect(mistakes).toMatchObject({
    'slope-gate-ignored': [0.75],
    'slope-missing': [0.75],
    'slope-activation': [-0.75],
    'slope-twice': [0.75 / 16],
  });
  expect(mistakes).not.toHaveProperty('slope-gate-inverted');
  expect(mistakes).not.toHaveProperty('slope-of-output');
});

test('leaky relu with two slopes: the gate ignored is the upper slope, f′ left out is 1', () => {
  // u = −4, a = −1.2, y = 0.4, e = 1.4, S = 0.7, δ = 0.7·0.3
  const sides = { activation: 'leaky-relu', slope: 0.3, up: 0.8 } as const;
  const below = slopeMistakes(straight(sides, -2), HIDDEN, [-1]);
  expect(below['slope-gate-ignored']!.map((value) => Number(value.toFixed(9)))).toEqual([0.56]);
  expect(below['slope-missing']!.map((value) => Number(value.toFixed(9)))).toEqual([0.7]);
  expect(below).not.toHaveProperty('slope-gate-inverted');
  // u = 4, a = 3.2, y = 2.6, e = 2, S = 1, δ = 0.8
  const above = slopeMistakes(straight(sides, 2), HIDDEN, [0.6]);
  expect(above['slope-gate-inverted']!.map((value) => Number(value.toFixed(9)))).toEqual([0.3]);
  expect(above['slope-missing']!.map((value) => Number(value.toFixed(9)))).toEqual([1]);
  expect(above).not.toHaveProperty('slope-gate-ignored');
});

test('identity: neither gate nor curve', () => {
  const mistakes = slopeMistakes(straight({ activation: 'identity' }, 2), HIDDEN, [-1]);
  expect(Object.keys(mistakes)).toEqual(['slope-missing', 'slope-activation', 'slope-wrong-function']);
});

test('softmax output: no f′ of one unit to get wrong', () => {
  const mistakes = slopeMistakes(
    {
      inputs: 1,
      layers: [layer('tanh'), { units: 2, activation: 'softmax' }],
      weights: [[[0.1]], [[1, -1]]],
      biases: [[0], [0, 0]],
      loss: 'cross-entropy',
    },
    OUTPUT,
    [1, 0],
  );
  expect(mistakes).toEqual({});
});

test('formulaOnSum: defined for sigmoid and tanh only', () => {
  const value = (name: Layer['activation']) => {
    const formula = formulaOnSum(layer(name), 3);
    return formula && formula.type;
  };
  expect(['sigmoid', 'tanh'].map((name) => value(name as Layer['activation']))).toEqual(['product', 'sum']);
  expect(value('softplus')).toBeUndefined();
  expect(value('relu')).toBeUndefined();
});

test('formulaOnSum: u(1 − u) for a sigmoid, 1 − u² for a tanh', () => {
  // w·x = 0.3·2 = 0.6 at h1. e is 1.
  const at = (hidden: 'sigmoid' | 'tanh', a: number) =>
    slopeMistakes(straight({ activation: hidden }, 0.3), HIDDEN, [0.5 * a])['slope-formula-on-sum'];
  expect(at('sigmoid', 1 / (1 + Math.exp(-0.6)))).toEqual([0.5 * 0.6 * 0.4]);
  expect(at('tanh', Math.tanh(0.6))).toEqual([0.5 * (1 - 0.36)]);
});

test('isCurved: f′ depends on its argument only for curves', () => {
  const names = ['identity', 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'softplus', 'softmax'] as const;
  expect(names.filter((name) => isCurved(layer(name)))).toEqual(['sigmoid', 'tanh', 'softplus']);
});

test('otherFunctions: a curve is taken for others, never for itself', () => {
  const names = (name: Layer['activation']) =>
    otherFunctions(layer(name)).map(({ activation }) => activation);
  expect(names('sigmoid')).toEqual(['tanh']);
  expect(names('tanh')).toEqual(['sigmoid']);
  expect(names('relu')).toEqual(['sigmoid', 'tanh']);
});

test('otherSide: the gate is shut at 0, as on its left', () => {
  expect(otherSide(layer('relu'), 0)).toEqual({ ignored: true, slope: 1 });
  expect(otherSide(layer('relu'), -1)).toEqual({ ignored: true, slope: 1 });
  expect(otherSide(layer('relu'), 1)).toEqual({ ignored: false, slope: 0 });
  expect(otherSide(layer('leaky-relu', 0.3), 1)).toEqual({ ignored: false, slope: 0.3 });
  expect(otherSide(layer('leaky-relu', 0.3), -1)).toEqual({ ignored: true, slope: 1 });
  expect(otherSide(layer('leaky-relu', 0.3, 0.8), 1)).toEqual({ ignored: false, slope: 0.3 });
  expect(otherSide(layer('leaky-relu', 0.3, 0.8), -1)).toEqual({ ignored: true, slope: 0.8 });
  expect(otherSide(layer('leaky-relu', 0.8, 0.8), -1)).toBeUndefined();
  expect(otherSide(layer('tanh'), -1)).toBeUndefined();
});
