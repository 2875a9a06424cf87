import { expect, test } from 'vitest';
import { WORKED, workedSituation } from '../testing/handWorked.ts';
import type { EdgeRef } from '../maths/unit.ts';
import { factsOf } from './facts.ts';

const near = (value: number) => expect.closeTo(value, 12) as number;
const sigmoidSlope = (u: number): number => Math.exp(-u) / (1 + Math.exp(-u)) ** 2;

test('facts of a hidden weight: contributions of every next unit, and all values of its own unit', () => {
  expect(factsOf(workedSituation(), { layer: 1, from: 0, to: 0 })).toMatchObject({
    w: 0.5,
    next: [
      { weight: 2, delta: near(0.045), arriving: near(0.5) },
      { weight: -1, delta: near(-0.048), arriving: near(-0.2) },
    ],
    arriving: near(0.138),
    slope: near(0.1875),
    u: near(Math.log(3)),
    a: near(0.75),
    slopeOfOutput: near(sigmoidSlope(0.75)),
    delta: near(0.025875),
    x: 2,
    otherInputs: [3],
    G: near(0.05175),
  });
});

test('facts of an output weight: no next units', () => {
  expect(factsOf(workedSituation(), { layer: 2, from: 1, to: 0 })).toMatchObject({
    w: -0.5,
    next: [],
    arriving: near(0.5),
    x: near(0.2),
    otherInputs: [near(0.75)],
    G: near(0.045 * 0.2),
  });
});

test('facts of a softmax weight: neither S nor f′', () => {
  const softmax = {
    layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' as const }],
    loss: 'cross-entropy' as const,
  };
  const situation = workedSituation(softmax, { x: [2, 3], t: [1, 0] });
  const none = { arriving: null, slope: null, slopeOfOutput: null };
  expect(factsOf(situation, { layer: 2, from: 0, to: 0 })).toMatchObject(none);
  expect(factsOf(situation, { layer: 1, from: 0, to: 0 }).next).toMatchObject([
    { weight: 2, arriving: null },
    { weight: -1, arriving: null },
  ]);
});

test('facts of a bias: an input of 1 and no other inputs', () => {
  expect(factsOf(workedSituation(), { layer: 1, from: 'bias', to: 1 })).toMatchObject({
    w: near(-3.75 - Math.log(4)),
    x: 1,
    otherInputs: [],
    G: near(-0.1665 * 0.16),
  });
});

test.each<[string, EdgeRef]>([
  ['into an input', { layer: 0, from: 0, to: 0 }],
  ['beyond the last layer', { layer: 3, from: 0, to: 0 }],
  ['into a unit that there is not', { layer: 1, from: 0, to: 2 }],
  ['from a unit that there is not', { layer: 1, from: 2, to: 0 }],
  ['of an input that has no bias', { layer: 0, from: 'bias', to: 0 }],
  ['of a bias where there is no unit', { layer: 2, from: 'bias', to: 2 }],
])('there is no weight %s', (_, edge) => {
  expect(() => factsOf(workedSituation(), edge)).toThrow(
    new RangeError(`no weight ${JSON.stringify(edge)} in this network`),
  );
});
