import { describe, expect, test } from 'vitest';
import { workedSituation } from '../../testing/handWorked.ts';
import { numberPartOf, presetSituation } from '../../testing/presetPart.ts';
import { told } from '../../testing/told.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { Part } from '../question.ts';

const hidden = (part: Part): NumberPart =>
  numberPartOf(workedSituation(), 'contribution', { unit: 'h1', from: 0 }, part);
const output = (part: Part): NumberPart =>
  numberPartOf(workedSituation(), 'contribution', { unit: 'y1', from: 0 }, part);
const mazur = (unit: string, part: Part): NumberPart =>
  numberPartOf(presetSituation('mazur'), 'contribution', { unit, from: 0 }, part);

/** Both mistakes of an answer, whichever is named first; others only where they lead to the same number. */
function both(part: NumberPart, raw: string): string[] {
  return told(part, raw)
    .filter((one) => !one.endsWith(' same'))
    .map((one) => one.replace(' also', ''))
    .toSorted();
}

describe('two mistakes at once are both named where the operands show both', () => {
  test.each([
    // y1: e = 0.9 − 0.4, f′ = 0.09, x = 0.75, w = 2, η = 0.3
    ['(0.4-0.9)*0.75', output('G'), ['sign', 'slope-missing']],
    ['0.5*0.9*0.9', output('G'), ['input-own-output', 'slope-activation']],
    ['0.5*0.9*2', output('G'), ['input-weight', 'slope-activation']],
    ['0.5*0.24*0.2', output('G'), ['input-wrong', 'slope-wrong-unit']],
    // h1: S = 2·0.045 − 1·(−0.048), f′ = 0.1875, x = 2, other input 3, a = 0.75
    ['(0.045-0.048)*0.75*2', hidden('G'), ['slope-activation', 'sum-no-weights']],
    ['0.138*0.75*3', hidden('G'), ['input-wrong', 'slope-activation']],
    ['(1*0.048)*0.1875*3', hidden('G'), ['input-wrong', 'sum-one-path']],
    ['(2*0.045)*0.75', hidden('delta'), ['slope-activation', 'sum-one-path']],
    ['(2*0.5+1*0.2)*0.75', hidden('delta'), ['slope-activation', 'sum-raw-error']],
    ['(0.045-0.048)*0.1875*3', hidden('G'), ['input-wrong', 'sum-no-weights']],
  ] as const)('%s', (raw, part, ids) => {
    expect(both(part, raw), told(part, raw).join(', ')).toEqual(ids);
  });

  test.each([
    // e = 0.7414, f′ = 0.1868, x = 0.5933, a = 0.7514
    ['0.7414*0.7514*0.4', mazur('y1', 'G'), ['input-weight', 'slope-activation']],
    ['0.741*0.751*0.4', mazur('y1', 'G'), ['input-weight', 'slope-activation']],
    ['(0.01-0.7514)*0.5933', mazur('y1', 'G'), ['sign', 'slope-missing']],
    // δ = 0.1385, −0.0381
    ['(0.1385-0.0381)*0.5933*0.05', mazur('h1', 'G'), ['slope-activation', 'sum-no-weights']],
    ['0.4*0.1385*0.5933', mazur('h1', 'delta'), ['slope-activation', 'sum-one-path']],
  ] as const)('Mazur: %s', (raw, part, ids) => {
    expect(both(part, raw), told(part, raw).join(', ')).toEqual(ids);
  });

  test('the second is marked as made besides the first', () => {
    expect(told(output('G'), '0.5*0.9*0.9').filter((one) => one.endsWith(' also'))).toHaveLength(1);
  });
});

describe('one mistake is not taken for two', () => {
  test.each([
    ['0.5*0.75', output('G'), 'slope-missing'],
    ['0.5*0.9*0.75', output('G'), 'slope-activation'],
    ['0.138*2', hidden('G'), 'slope-missing'],
    ['(2*0.045)*0.1875*2', hidden('G'), 'sum-one-path'],
    ['0.7414*0.5933', mazur('y1', 'G'), 'slope-missing'],
  ] as const)('%s', (raw, part, id) => {
    expect(told(part, raw)[0]).toBe(id);
    expect(told(part, raw).some((one) => one.endsWith(' also'))).toBe(false);
  });
});

test('a number of two mistakes is not put down to a third that is only near it', () => {
  // Both of y1: f′ forgotten and the sign turned, −0.375; no single mistake has that value.
  expect(told(output('G'), '-0.375')).toEqual([]);
});
