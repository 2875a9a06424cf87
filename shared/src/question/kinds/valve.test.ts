import { describe, expect, test } from 'vitest';
import { chain, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Layer, Network } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { Interval } from '../numbers/interval.ts';
import type { Part } from '../question.ts';
import type { Situation } from '../situation.ts';
import { valve } from './valve.ts';

const choice = { sample: 3, help: 'work', draw: () => 0 } as const;
const h1 = { layer: 1, index: 0 };
const [least, most] = [0.9995, 1.0005];
const softmax = workedSituation(
  { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
  { x: [2, 3], t: [1, 0] },
);
function near([low, high]: Interval, expected: Interval): void {
  expect(low).toBeCloseTo(expected[0], 12);
  expect(high).toBeCloseTo(expected[1], 12);
}
const numberOf = (situation: Situation, unit: UnitRef, part: Part): NumberPart =>
  valve.part(situation, valve.build(situation, { unit, edge: null }, choice), part) as NumberPart;

describe('valve question', () => {
  const one = (hidden: Omit<Layer, 'units'>, u: number) =>
    numberOf(
      workedSituation(chain([hidden, { activation: 'identity' }], [1, 1], [0, 0]), { x: [u], t: [0] }),
      h1,
      'f:h1',
    );
  const sigmoid = (u: number) => 1 / (1 + Math.exp(-u));

  test('is asked of every unit with an f of its own', () => {
    const units = [0, 1, 2].map((layer) => ({ layer, index: 0 }));
    const count = (network: Network) => units.map((unit) => valve.subjects(network, unit).length);
    expect(count(WORKED)).toEqual([0, 1, 1]);
    expect(count(softmax.network)).toEqual([0, 1, 0]);
    expect(valve.subjects(WORKED, h1)).toEqual([{ unit: h1, edge: null }]);
    const question = valve.build(workedSituation(), { unit: h1, edge: null }, choice);
    expect(question).toEqual({
      kind: 'valve',
      unit: h1,
      edge: null,
      sample: 3,
      parts: ['f:h1'],
      given: null,
    });
    expect(valve.judgedBy(question)).toEqual(['f:h1']);
    expect(valve.truth(workedSituation(), question)).toEqual({ 'f:h1': expect.closeTo(0.1875, 12) });
    expect(() => valve.part(workedSituation(), question, 'f:h2')).toThrow(
      new RangeError('a question of the kind valve has no part f:h2'),
    );
  });

  test('of a sigmoid: honest work computes a·(1 − a), every step written down', () => {
    near(one({ activation: 'sigmoid' }, Math.log(3)).honest, [
      0.75 * least * (1 - 0.75 * most) * 0.995 * 0.995,
      0.75 * most * (1 - 0.75 * least) * 1.005 * 1.005,
    ]);
  });

  test('of a tanh: honest work computes 1 − a²', () => {
    // atanh 0.8 = ln 3
    near(one({ activation: 'tanh' }, Math.log(3)).honest, [
      (1 - 0.64 * most ** 2 * 1.005) * 0.995,
      (1 - 0.64 * least ** 2 * 0.995) * 1.005,
    ]);
  });

  test('of other functions: honest work computes f′ of the sum', () => {
    near(one({ activation: 'softplus' }, 2).honest, [sigmoid(2 * least) * 0.995, sigmoid(2 * most) * 1.005]);
    near(one({ activation: 'relu' }, 2).honest, [0.995, 1.005]);
  });
});
