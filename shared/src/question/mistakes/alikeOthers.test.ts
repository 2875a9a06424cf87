import { describe, expect, test } from 'vitest';
import { isSame, withOutputs, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Layer, LossName, Network } from '../../maths/network.ts';
import { factsOf } from '../facts.ts';
import {
  PRE_ACTIVATION_CLASSES,
  ERROR_CLASSES,
  OUTPUT_CLASSES,
  UPDATE_CLASSES,
  SLOPE_CLASSES,
} from './rules.ts';

const SOFTMAX = withOutputs(2, 'cross-entropy', 'softmax');

describe('mistakes with the same value', () => {
  const situation = workedSituation();
  const unit = { layer: 1, index: 0 };

  test('of a sum: another unit’s weights, where its bias is the same; crossing equal weights', () => {
    const sum = { situation, unit, incoming: [2, 3], weights: [0.5, -1], bias: 7, u: 1, a: 0.7 };
    const twins = workedSituation({ biases: [[7, 7], WORKED.biases[1]!] });
    const neighbour = 'weight-wrong = neighbour';
    expect(isSame(PRE_ACTIVATION_CLASSES, neighbour, { ...sum, situation: twins })).toBe(true);
    const own = workedSituation({ biases: [[7, 6], WORKED.biases[1]!] });
    expect(isSame(PRE_ACTIVATION_CLASSES, neighbour, { ...sum, situation: own })).toBe(false);
    const crossed = (incoming: readonly number[]) =>
      isSame(PRE_ACTIVATION_CLASSES, 'weight-crossed = right', { ...sum, incoming });
    expect([[2, 2], [2, 3], [2], [2, 2, 3]].map(crossed)).toEqual([true, false, false, false]);
  });

  test('of an output: f′ of a softplus is the sigmoid', () => {
    const of = (activation: Layer['activation']) =>
      isSame(OUTPUT_CLASSES, 'f-slope = f-wrong', {
        situation: workedSituation({ layers: [{ units: 2, activation }, WORKED.layers[1]!] }),
        unit,
        incoming: [],
        weights: [],
        bias: 0,
        u: 1,
        a: 1,
      });
    expect([of('softplus'), of('sigmoid')]).toEqual([true, false]);
  });

  test('of a slope: the other side of a gate may be the slope of a neighbour', () => {
    const layer: Layer = { units: 2, activation: 'relu' };
    const with2 = (other: number) => ({
      ...situation,
      truth: { ...situation.truth, slopes: [[1, other], null] },
    });
    const open = { situation: with2(0), unit, layer, u: 2, a: 2, slope: 1 };
    for (const pair of ['slope-gate-ignored = slope-wrong-unit', 'slope-wrong-unit = slope-gate-inverted']) {
      expect(isSame(SLOPE_CLASSES, pair, open)).toBe(true);
      expect(isSame(SLOPE_CLASSES, pair, { ...open, situation: with2(0.5) })).toBe(false);
      expect(isSame(SLOPE_CLASSES, pair, { ...open, layer: { units: 2, activation: 'identity' } })).toBe(
        false,
      );
    }
  });

  test('of an error: two softmax outputs are opposite; the square is E of one output', () => {
    const of = (changed: Partial<Network>) => {
      const units = (changed.layers ?? WORKED.layers).at(-1)!.units;
      const t = Array.from({ length: units }, (_, k) => (k === 0 ? 1 : 0));
      const all = workedSituation(changed, { x: [2, 3], t });
      return { situation: all, unit: { layer: 2, index: 0 }, y: 0, t: 0, error: 0, slope: null };
    };
    expect(isSame(ERROR_CLASSES, 'sign = neighbour', of(SOFTMAX))).toBe(true);
    expect(isSame(ERROR_CLASSES, 'sign = neighbour', of({}))).toBe(false);
    expect(isSame(ERROR_CLASSES, 'loss-shortcut = parcel-given', of({}))).toBe(true);
    const square = (units: number, loss: LossName) =>
      isSame(ERROR_CLASSES, 'loss-value = error-squared', of(withOutputs(units, loss)));
    expect(square(1, 'squared-error')).toBe(true);
    expect(square(1, 'mean-squared-error')).toBe(true);
    expect(square(1, 'half-squared-error')).toBe(false);
    expect(square(2, 'squared-error')).toBe(false);
  });

  test('of a step: from 0 the step is the next weight, at a rate of 1 the step is the gradient', () => {
    const edge = { layer: 1, from: 0, to: 0 };
    const holds = (w: number, learningRate: number) =>
      UPDATE_CLASSES.filter(({ when }) =>
        when({ ...factsOf(workedSituation({ learningRate }), edge), w }),
      ).map(({ ids }) => ids.join(' '));
    expect(holds(0.5, 0.3)).toEqual([]);
    expect(holds(0, 0.3)).toEqual(['step-added sign-slip', 'eta-missing gradient-given']);
    expect(holds(0, 0.1)).toEqual(['step-added sign-slip', 'eta-missing gradient-given', 'eta-missing slip']);
    expect(holds(0.5, 0.1)).toEqual([]);
    expect(holds(0.5, 1)).toEqual(['weight-missing gradient-given']);
  });
});
