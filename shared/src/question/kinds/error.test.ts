import { describe, expect, test } from 'vitest';
import { WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { Interval } from '../numbers/interval.ts';
import type { Part } from '../question.ts';
import type { Situation } from '../situation.ts';
import { error } from './error.ts';

const choice = { sample: 3, help: 'work', draw: () => 0 } as const;
const y1 = { layer: 2, index: 0 };
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
  error.part(situation, error.build(situation, { unit, edge: null }, choice), part) as NumberPart;

describe('error question', () => {
  const of = (changed: Partial<Network>, t: readonly number[] = [0.4, 0.8]) =>
    numberOf(workedSituation(changed, { x: [2, 3], t }), y1, 'e:y1');

  test('is asked of outputs only', () => {
    expect([0, 1, 2].map((layer) => error.subjects(WORKED, { layer, index: 0 }).length)).toEqual([0, 0, 1]);
    expect(error.subjects(WORKED, y1)).toEqual([{ unit: y1, edge: null }]);
    const question = error.build(workedSituation(), { unit: y1, edge: null }, choice);
    expect(question).toEqual({
      kind: 'error',
      unit: y1,
      edge: null,
      sample: 3,
      parts: ['e:y1'],
      given: null,
    });
    expect(error.truth(workedSituation(), question)).toEqual({ 'e:y1': expect.closeTo(0.5, 12) });
    expect(error.judgedBy(question)).toEqual(['e:y1']);
    expect(error.seatScope).toBe('outputs');
    expect(() => error.part(workedSituation(), question, 'e:y2')).toThrow(
      new RangeError('a question of the kind error has no part e:y2'),
    );
  });

  test('honest interval: follows from the displayed output', () => {
    near(of({}).honest, [(0.9 * least - 0.4) * 0.995, (0.9 * most - 0.4) * 1.005]);
    // Negative: rounding takes it further from 0.
    near(of({}, [1.4, 0.8]).honest, [(0.9 * least - 1.4) * 1.005, (0.9 * most - 1.4) * 0.995]);
    const y = 6 / 7;
    near(numberOf(softmax, y1, 'e:y1').honest, [(y * least - 1) * 1.005, (y * most - 1) * 0.995]);
    expect(numberOf(softmax, y1, 'e:y1').truth).toBeCloseTo(y - 1, 12);
  });

  test('honest interval under cross-entropy: y − t, y·(1 − y) and their quotient, each written down', () => {
    // With t = y: e is 0 there and grows to both sides.
    const { honest, truth } = of({ loss: 'binary-cross-entropy' }, [0.9, 0.8]);
    expect(truth).toBeCloseTo(0, 12);
    const [low, high] = [0.9 * least, 0.9 * most];
    const below = low * (1 - high) * 0.995 * 0.995;
    near(honest, [((low - 0.9) * 1.005 * 1.005) / below, ((high - 0.9) * 1.005 * 1.005) / below]);
  });

  test('honest interval of a loss with a factor: the difference is written down before', () => {
    near(of({ loss: 'squared-error' }).honest, [
      2 * (0.9 * least - 0.4) * 0.995 * 0.995,
      2 * (0.9 * most - 0.4) * 1.005 * 1.005,
    ]);
  });

  test('in a network of one layer: δ is among its mistakes', () => {
    const single: Partial<Network> = {
      layers: [{ units: 2, activation: 'sigmoid' }],
      weights: [WORKED.weights[0]!],
      biases: [WORKED.biases[0]!],
    };
    const situation = workedSituation(single);
    const unit = { layer: 1, index: 0 };
    const part = error.part(situation, error.build(situation, { unit, edge: null }, choice), 'e:y1');
    const parcel = (part as NumberPart).candidates().find(({ id }) => id === 'parcel-given')!;
    // (0.75 − 0.4)·0.75·0.25
    expect(parcel.value).toBeCloseTo(0.065625, 12);
  });
});
