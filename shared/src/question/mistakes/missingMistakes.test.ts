import { describe, expect, test } from 'vitest';
import { chain, THREE_WAYS, WORKED, workedSituation } from '../../testing/handWorked.ts';
import { numberPartOf, presetSituation } from '../../testing/presetPart.ts';
import { type Told, told } from '../../testing/told.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { MistakeId, Part } from '../question.ts';
import { type Situation, situationOf } from '../situation.ts';

/** Mistakes that simulated students were not told of, each by its number and by its operands. */

const SAMPLE = { x: [2, 3], t: [0.4, 0.8] };
/** Data with a sample of other targets. */
const DATA = [SAMPLE, { x: [2, 3], t: [0.1, 0.5] }];
const HAND_WORKED = situationOf(WORKED, SAMPLE, DATA);

const hidden = (part: Part): NumberPart =>
  numberPartOf(HAND_WORKED, 'contribution', { unit: 'h1', from: 0 }, part);
const output = (part: Part): NumberPart =>
  numberPartOf(HAND_WORKED, 'contribution', { unit: 'y1', from: 0 }, part);
const valve = (unit: string): NumberPart => numberPartOf(HAND_WORKED, 'valve', { unit }, `f:${unit}` as Part);
const error = numberPartOf(HAND_WORKED, 'error', { unit: 'y1' }, 'e:y1');

/** Tells whether a mistake is first, or has the same value as the first. */
const isFirst = (all: readonly Told[], id: MistakeId): boolean =>
  all[0] === id || all.some((one) => one === `${id} same`);

describe('the hand-worked network: S 0.138, f′ 0.1875, x 2; at y1 e 0.5, f′ 0.09, x 0.75', () => {
  test.each<[string, NumberPart, string, string, MistakeId]>([
    // student, part, number in three figures, operands, mistake
    ['valve of the neighbour, δ', hidden('delta'), '0.0221', '0.138*0.16', 'slope-wrong-unit'],
    ['valve of the neighbour, G', hidden('G'), '0.0442', '0.138*0.16*2', 'slope-wrong-unit'],
    ['valve of the other output, G', output('G'), '0.0900', '0.5*0.24*0.75', 'slope-wrong-unit'],
    ['valve answered 1', valve('h1'), '1', '1.00', 'slope-missing'],
    ['1 − a, f′', valve('h1'), '0.250', '1-0.75', 'slope-half-formula'],
    ['1 − a², f′', valve('h1'), '0.438', '1-0.75*0.75', 'slope-half-formula'],
    ['1 − 2a, f′', valve('h1'), '-0.500', '1-2*0.75', 'slope-half-formula'],
    ['1 − a, δ', output('delta'), '0.0500', '0.5*(1-0.9)', 'slope-half-formula'],
    ['1 − a², δ', output('delta'), '0.0950', '0.5*(1-0.9*0.9)', 'slope-half-formula'],
    ['1 − 2a, G', output('G'), '-0.300', '0.5*(1-2*0.9)*0.75', 'slope-half-formula'],
    ['e is t', error, '0.400', '0.4', 'output-missing'],
    ['e is y', error, '0.900', '0.9', 'target-missing'],
    ['e is t, δ', output('delta'), '0.0360', '0.4*0.09', 'output-missing'],
    ['e is y, G', output('G'), '0.0608', '0.9*0.09*0.75', 'target-missing'],
    ['target of another sample, e', error, '0.800', '0.9-0.1', 'target-other'],
    ['target of another sample, G', output('G'), '0.0540', '(0.9-0.1)*0.09*0.75', 'target-other'],
    ['Σ of the gradients going out', hidden('S'), '-0.00225', '0.75*0.045-0.75*0.048', 'sum-gradients'],
    ['G in the box of δ', output('delta'), '0.0338', '0.5*0.09*0.75', 'input-applied'],
    ['δ in the box of S', hidden('S'), '0.0259', '0.138*0.1875', 'parcel-given'],
  ])('%s', (_, part, number, operands, id) => {
    expect(isFirst(told(part, number), id), `${number}: ${told(part, number).join(', ')}`).toBe(true);
    expect(isFirst(told(part, operands), id), `${operands}: ${told(part, operands).join(', ')}`).toBe(true);
  });

  test.each([
    ['G in the box of δ', 'delta', '0.000439', '0.03635*0.2413*0.05', 'input-applied'],
    ['G in the box of δ, three figures', 'delta', '0.000438', '0.0364*0.241*0.05', 'input-applied'],
    ['G in the box of S', 'S', '0.000439', '0.03635*0.2413*0.05', 'input-applied'],
    ['δ in the box of S', 'S', '0.00877', '0.03635*0.2413', 'parcel-given'],
  ] as const)('Mazur x1→h1, from numbers as they are displayed: %s', (_, part, number, operands, id) => {
    const graded = numberPartOf(presetSituation('mazur'), 'contribution', { unit: 'h1', from: 0 }, part);
    expect(isFirst(told(graded, number), id), `${number}: ${told(graded, number).join(', ')}`).toBe(true);
    const named = told(graded, operands);
    expect(isFirst(named, id), `${operands}: ${named.join(', ')}`).toBe(true);
  });

  test('target of another sample, in S: both differences are those of the other', () => {
    // δ = (0.9 − 0.1)·0.09 and (0.6 − 0.5)·0.24; S = 2·0.072 − 0.024
    expect(told(hidden('S'), '0.120')[0]).toBe('target-other');
    expect(told(hidden('S'), '2*(0.9-0.1)*0.09-1*(0.6-0.5)*0.24')[0]).toBe('target-other');
  });

  test('target of another sample: none where all samples have the same', () => {
    const alone = numberPartOf(
      situationOf(WORKED, SAMPLE, [SAMPLE, SAMPLE]),
      'error',
      { unit: 'y1' },
      'e:y1',
    );
    expect(alone.candidates().map(({ id }) => id)).not.toContain('target-other');
  });
});

/** S of h1 where the outputs have the given δ. */
function threeWays(delta: readonly [number, number, number]): NumberPart {
  // y = 7, 1, 13
  const t = [7 - delta[0], 1 - delta[1], 13 - delta[2]];
  const situation = workedSituation(THREE_WAYS, { x: [2, 3], t });
  return numberPartOf(situation, 'contribution', { unit: 'h1', from: 0 }, 'S');
}

describe('three ways, S = 2·0.1 − 1·0.2 + 5·0.4 = 2', () => {
  const S = threeWays([0.1, 0.2, 0.4]);
  test.each([
    ['the first', '1.80', '5*0.4-1*0.2'],
    ['the second', '2.20', '2*0.1+5*0.4'],
    ['the third', '0', '2*0.1-1*0.2'],
    ['all but the third', '2.00', null],
  ])('one way left out, %s', (way, number, operands) => {
    if (operands === null) return expect(told(S, number)).toEqual([]);
    expect(told(S, number)[0], way).toBe('sum-one-path');
    expect(told(S, operands)[0], way).toBe('sum-one-path');
  });
});

test('no weights, where the sum without them is 0: 0.1 + 0.2 − 0.3', () => {
  const S = threeWays([0.1, 0.2, -0.3]);
  expect(0.1 + 0.2 - 0.3).not.toBe(0);
  expect(S.candidates().find(({ id }) => id === 'sum-no-weights')!.value).toBe(0);
  for (const raw of ['0', '0.0', '0.00', '0.1+0.2-0.3'])
    expect(isFirst(told(S, raw), 'sum-no-weights'), raw).toBe(true);
});

describe('sign of a chord, E of 0.32, 0.5 and 0.72', () => {
  const line = chain([{ activation: 'identity' }, { activation: 'identity' }], [0.5, 1], [0, 0]);
  const situation: Situation = workedSituation(line, { x: [2], t: [0] });
  const estimate = numberPartOf(situation, 'nudge', { unit: 'h1', from: 0 }, 'estimate');
  test.each(['-2.20', '-1.80', '-2.00', '(0.5-0.72)/0.1', '(0.32-0.5)/0.1', '(0.32-0.72)/0.2', '-0.22/0.1'])(
    '%s is a turned sign',
    (raw) => {
      expect(told(estimate, raw)[0]).toBe('sign-slip');
    },
  );
});
