import { describe, expect, test } from 'vitest';
import { WORKED, workedSituation } from '../../testing/handWorked.ts';
import { allFigures, told } from '../../testing/told.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { QuestionModule } from '../kind.ts';
import type { Part } from '../question.ts';
import { belly, forwardQuestion, output, wholeForward } from './forward.ts';

const situation = workedSituation();
const build = (module: QuestionModule, layer: number) =>
  module.build(
    situation,
    { unit: { layer, index: 0 }, edge: null },
    { sample: 3, help: 'work', draw: () => 0 },
  );
const partOf = (module: QuestionModule, layer: number, part: Part) =>
  module.part(situation, build(module, layer), part) as NumberPart;
const sigmoid = (u: number): number => 1 / (1 + Math.exp(-u));

describe('parts of a forward question', () => {
  test('are the sum, the output, or both; in a whole pass those of every unit on the way', () => {
    expect(build(belly, 1)).toEqual({
      kind: 'belly',
      unit: { layer: 1, index: 0 },
      edge: null,
      sample: 3,
      parts: ['u:h1'],
      given: null,
    });
    expect(build(output, 1).parts).toEqual(['a:h1']);
    expect(build(forwardQuestion, 2).parts).toEqual(['u:y1', 'a:y1']);
    expect(build(wholeForward, 2).parts).toEqual(['u:h1', 'a:h1', 'u:h2', 'a:h2', 'u:y1', 'a:y1']);
    expect(belly.judgedBy(build(belly, 1))).toEqual(['u:h1']);
  });

  test('are none at an input; a whole pass ends at an output', () => {
    const subjects = (module: QuestionModule, layer: number) =>
      module.subjects(WORKED, { layer, index: 0 }).length;
    expect([0, 1, 2].map((layer) => subjects(belly, layer))).toEqual([0, 1, 1]);
    expect([0, 1, 2].map((layer) => subjects(wholeForward, layer))).toEqual([0, 0, 1]);
    expect(belly.subjects(WORKED, { layer: 1, index: 0 })).toEqual([
      { unit: { layer: 1, index: 0 }, edge: null },
    ]);
    expect([belly, output, forwardQuestion, wholeForward].map(({ seatScope }) => seatScope)).toEqual([
      'layerByLayer',
      'layerByLayer',
      'layerByLayer',
      'outputs',
    ]);
  });

  test('throw a RangeError for an input, for no unit, and for another part kind', () => {
    for (const part of ['u:x1', 'a:h9', 'f:h1', 'G'] as Part[]) {
      expect(() => partOf(belly, 1, part), part).toThrow(
        new RangeError(`a question of the kind belly has no part ${part}`),
      );
    }
  });
});

test('forward: the truth is the value of the forward pass', () => {
  expect(wholeForward.truth(situation, build(wholeForward, 2))).toEqual({
    'u:h1': expect.closeTo(Math.log(3), 12),
    'a:h1': expect.closeTo(0.75, 12),
    'u:h2': expect.closeTo(-Math.log(4), 12),
    'a:h2': expect.closeTo(0.2, 12),
    'u:y1': expect.closeTo(Math.log(9), 12),
    'a:y1': expect.closeTo(0.9, 12),
  });
});

describe('honest intervals: each value displayed to four figures, each step written down to three', () => {
  const [least, most] = [0.9995, 1.0005];
  // 0.5·2 − 1·3 + b: the subtracted product is largest where the sum is smallest.
  const b = Math.log(3) + 2;
  /** Half a percent of the larger sum on the way, of those of one sign. */
  const onTheWay = (...ends: readonly [number, number]): number => (0.005 * (ends[0] + ends[1])) / 2;
  const first = onTheWay(least ** 2 * 0.995 + least * b, most ** 2 * 1.005 + most * b);
  const low = (least ** 2 * 0.995 - 3 * most ** 2 * 1.005 + least * b - first) * 0.995;
  const high = (most ** 2 * 1.005 - 3 * least ** 2 * 0.995 + most * b + first) * 1.005;
  const near = (part: NumberPart, ends: readonly [number, number]): void => {
    expect(part.honest[0]).toBeCloseTo(ends[0], 12);
    expect(part.honest[1]).toBeCloseTo(ends[1], 12);
  };

  test('of a sum: its products, and every sum on the way to all of them', () => {
    near(partOf(belly, 1, 'u:h1'), [low, high]);
  });

  test('of an output whose sum is displayed', () => {
    near(partOf(output, 1, 'a:h1'), [
      sigmoid(Math.log(3) * least) * 0.995,
      sigmoid(Math.log(3) * most) * 1.005,
    ]);
  });

  test('of an output after its sum', () => {
    near(partOf(forwardQuestion, 1, 'a:h1'), [sigmoid(low) * 0.995, sigmoid(high) * 1.005]);
  });

  test('of a whole pass: continue from values rounded before', () => {
    // −0.5·h2 is subtracted as well.
    const h2 = -Math.log(4);
    const c = -3.75 + h2;
    const way = onTheWay(-c * least, -c * most);
    const [h2low, h2high] = [
      // 1.5·2 + 0.25·3 + c is negative: rounding takes it further from 0.
      (3.75 * least ** 2 * 0.995 + c * most - way) * 1.005,
      (3.75 * most ** 2 * 1.005 + c * least + way) * 0.995,
    ];
    const h1 = [sigmoid(low) * 0.995, sigmoid(high) * 1.005] as const;
    const other = [sigmoid(h2low) * 0.995, sigmoid(h2high) * 1.005] as const;
    const bias = Math.log(9) - 1.4;
    const last = onTheWay(2 * least * h1[0] * 0.995 + least * bias, 2 * most * h1[1] * 1.005 + most * bias);
    near(partOf(wholeForward, 2, 'u:y1'), [
      (2 * least * h1[0] * 0.995 - 0.5 * most * other[1] * 1.005 + least * bias - last) * 0.995,
      (2 * most * h1[1] * 1.005 - 0.5 * least * other[0] * 0.995 + most * bias + last) * 1.005,
    ]);
  });
});

describe('the player’s own earlier values', () => {
  test('carry forward from a sum to its output', () => {
    const part = partOf(forwardQuestion, 1, 'a:h1');
    expect(part.carried({ 'u:h1': 1.1 })).toEqual([expect.closeTo(sigmoid(1.1), 12)]);
    expect(part.carried({})).toEqual([]);
    expect(part.carried({ 'u:h2': 1.1 })).toEqual([]);
  });

  test('carry forward from outputs to the next sum, whatever that was before', () => {
    const part = partOf(wholeForward, 2, 'u:y1');
    const bias = Math.log(9) - 1.4;
    expect(part.carried({ 'a:h1': 0.76 })).toEqual([expect.closeTo(2 * 0.76 - 0.1 + bias, 12)]);
    expect(part.carried({ 'a:h1': 0.76, 'a:h2': 0.21, 'u:y1': 99 })).toEqual([
      expect.closeTo(2 * 0.76 - 0.105 + bias, 12),
    ]);
    expect(partOf(belly, 1, 'u:h1').carried({})).toEqual([expect.closeTo(Math.log(3), 12)]);
  });

  test('are the base of a mistake’s value', () => {
    const [own] = partOf(forwardQuestion, 1, 'a:h1')
      .candidates({ 'u:h1': 1.1 })
      .filter(({ id }) => id === 'f-missing');
    expect(own!.value).toBe(1.1);
    const [sum] = partOf(wholeForward, 2, 'u:y1')
      .candidates({ 'a:h1': 0.76 })
      .filter(({ id }) => id === 'bias-missing');
    expect(sum!.value).toBeCloseTo(1.52 - 0.1, 12);
  });
});

test('softmax output: an own sum replaces one, the other sums stay', () => {
  const softmax = workedSituation(
    { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
    { x: [2, 3], t: [1, 0] },
  );
  const question = forwardQuestion.build(
    softmax,
    { unit: { layer: 2, index: 0 }, edge: null },
    { sample: 0, help: 'work', draw: () => 0 },
  );
  const part = forwardQuestion.part(softmax, question, 'a:y1') as NumberPart;
  expect(part.truth).toBeCloseTo(6 / 7, 12);
  // e^u : 1.5
  expect(part.carried({ 'u:y1': Math.log(4.5) })).toEqual([expect.closeTo(0.75, 12)]);
});

test('another unit’s weights and an equal bias lead to its sum: told as one in a sum only', () => {
  const same = workedSituation({ biases: [[1, 1], WORKED.biases[1]!] });
  const toldFor = (name: Part, value: number) =>
    told(forwardQuestion.part(same, build(forwardQuestion, 1), name), allFigures(value));
  // h2: 1.5·2 + 0.25·3 + 1
  expect(toldFor('u:h1', 4.75)).toEqual(['weight-wrong', 'neighbour same']);
  expect(toldFor('a:h1', sigmoid(4.75))).toEqual(['neighbour']);
});
