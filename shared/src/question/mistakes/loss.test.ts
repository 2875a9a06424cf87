import { describe, expect, test } from 'vitest';
import { chain, valuesOf, WORKED, WORKED_SOFTMAX, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import { isWorking } from '../diagnosis/operands/isWorking.ts';
import type { MistakeId } from '../question.ts';
import { readNumber } from '../numbers/readNumber.ts';
import { lossFactors, sampleLoss } from './loss.ts';

const figures = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(9)));
const OUTPUT = { layer: 2, from: 0, to: 0 };
const delta = (network: Partial<Network>, t = [0.4, 0.8], edge = OUTPUT) =>
  numberPart(factsOf(workedSituation(network, { x: [2, 3], t }), edge), 'delta');
const ways = (id: MistakeId, network: Partial<Network>, t?: number[]) => valuesOf(delta(network, t), id);

describe('factor of a squared loss', () => {
  test('can be lost as halves and twos, with three outputs also as thirds', () => {
    expect(lossFactors(workedSituation())).toEqual([2, 1 / 2]);
    const three = {
      ...WORKED,
      layers: [WORKED.layers[0]!, { units: 3, activation: 'identity' as const }],
      weights: [
        WORKED.weights[0]!,
        [
          [1, 1, 1],
          [1, 1, 1],
        ],
      ],
      biases: [WORKED.biases[0]!, [0, 0, 0]],
    };
    expect(lossFactors(workedSituation(three, { x: [2, 3], t: [0, 0, 0] }))).toEqual([2, 1 / 2, 1 / 3]);
  });

  test('is absent from a cross-entropy', () => {
    expect(lossFactors(workedSituation({ loss: 'binary-cross-entropy' }))).toEqual([]);
  });
});

test('sampleLoss: the sample’s E under each loss', () => {
  // Half of 0.25 + 0.04; all of it; the mean of both; and −0.4·ln 0.9 − 0.6·ln 0.1 − 0.8·ln 0.6 − 0.2·ln 0.4
  expect(sampleLoss(workedSituation())).toBeCloseTo(0.145, 12);
  expect(sampleLoss(workedSituation({ loss: 'squared-error' }))).toBeCloseTo(0.29, 12);
  expect(sampleLoss(workedSituation({ loss: 'mean-squared-error' }))).toBeCloseTo(0.145, 12);
  expect(sampleLoss(workedSituation({ loss: 'binary-cross-entropy' }))).toBeCloseTo(2.015614, 6);
});

describe('shortcut of another loss', () => {
  test('under a squared loss: y − t, also without the loss’s factor', () => {
    expect(ways('loss-shortcut', { loss: 'half-squared-error' })).toEqual([0.5]);
    expect(ways('loss-shortcut', { loss: 'squared-error' })).toEqual([0.5]);
  });

  test('with f′ of 1 and no factor in E: none', () => {
    const straight = chain([{ activation: 'tanh' }, { activation: 'identity' }], [0, 1], [0, 1]);
    // y = 1, e = 0.6
    const at = (loss: Network['loss']) =>
      valuesOf(
        numberPart(factsOf(workedSituation({ ...straight, loss }, { x: [2], t: [0.4] }), OUTPUT), 'delta'),
        'loss-shortcut',
      );
    expect(at('half-squared-error')).toEqual([]);
    expect(at('squared-error')).toEqual([0.6]);
  });

  test('under a cross-entropy: the f′ that should have been cancelled', () => {
    // (y − t)·y(1 − y)
    expect(ways('loss-shortcut', { loss: 'binary-cross-entropy' })).toEqual([0.5 * 0.09]);
    const { working } = delta({ loss: 'binary-cross-entropy' })
      .candidates()
      .find(({ id }) => id === 'loss-shortcut')!;
    const read = readNumber('(0.9-0.4)*0.9*(1-0.9)');
    expect(read.ok && isWorking(read.typed, working)).toBe(true);
  });

  test('under softmax, which has no f′ of one unit: f′ of the sigmoid', () => {
    expect(ways('loss-shortcut', WORKED_SOFTMAX, [1, 0])).toEqual(figures([-0.25 * 0.75 * 0.25]));
  });

  test('at a hidden unit: none', () => {
    expect(valuesOf(delta({}, undefined, { layer: 1, from: 0, to: 0 }), 'loss-shortcut')).toEqual([]);
  });

  test('is located at the valve, or where there is none at the error', () => {
    const place = (network: Partial<Network>, t?: number[]) =>
      delta(network, t)
        .candidates()
        .find(({ id }) => id === 'loss-shortcut')!
        .place();
    expect(place({})).toBe('f:y1');
    expect(
      place(
        { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
        [1, 0],
      ),
    ).toBe('e:y1');
  });
});
