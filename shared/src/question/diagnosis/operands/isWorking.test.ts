import { describe, expect, test } from 'vitest';
import { num, product, sum } from '../../numbers/expression.ts';
import { readNumber } from '../../numbers/readNumber.ts';
import { isWorking, showsOperands } from './isWorking.ts';

function typed(raw: string) {
  const read = readNumber(raw);
  if (!read.ok) throw new RangeError(`unreadable: ${raw}`);
  return read.typed;
}

const e = num(-0.4493, sum(num(0.5507), num(-1)));
const slope = num(0.2474, product(num(0.5507), sum(num(1), num(-0.5507))));
const x = num(0.4501);
const three = product(e, slope, x);
const paths = sum(product(num(0.4), num(0.1385)), product(num(0.5), num(-0.0381)));

describe('isWorking, of the operands of a product', () => {
  test.each([
    '-0.449*0.247*0.450',
    '−0.449 × 0.247 × 0.45',
    '0.45 * -0.4493 * 0.2474',
    '0.2474*0.4501*(0.5507-1)',
    '-0.4493*0.5507*(1-0.5507)*0.4501',
    '(0.551-1)*0.551*(1-0.551)*0.45',
    '-0.111*0.45',
    '-0.4493*0.1114',
    '-(0.449)*(0.247*0.45)',
    '-0.449/1*0.247*0.450',
  ])('%s is S × f′ × x', (raw) => expect(isWorking(typed(raw), three)).toBe(true));

  test.each([
    '0.449*0.247*0.450',
    '-0.449*0.450',
    '-0.449*0.247',
    '-0.449*0.247*0.450*0.5',
    '-0.449+0.247+0.450',
    '-0.449*0.247/0.450',
    '-0.449*0.247*0.46',
    '-0.4*0.25*0.45',
  ])('%s is not', (raw) => expect(isWorking(typed(raw), three)).toBe(false));
});

describe('isWorking, of a sum of products', () => {
  test.each([
    '0.4*0.1385+0.5*-0.0381',
    '0.5*(-0.0381) + 0.1385*0.4',
    '0.4*0.1385-0.5*0.0381',
    '0.0554-0.0191',
    '0.4*0.1385-0.0191',
  ])('%s is w₁δ₁ + w₂δ₂', (raw) => expect(isWorking(typed(raw), paths)).toBe(true));

  test.each(['0.4*0.1385', '0.5*0.1385+0.4*-0.0381', '0.4*0.1385+0.5*0.0381', '0.1385-0.0381'])(
    '%s is not',
    (raw) => expect(isWorking(typed(raw), paths)).toBe(false),
  );

  test('accepts a sum multiplied out, or as one number', () => {
    const whole = product(num(0.03635, paths), num(0.2413), num(0.05));
    for (const raw of [
      '(0.4*0.1385-0.5*0.0381)*0.2413*0.05',
      '0.4*0.1385*0.2413*0.05-0.5*0.0381*0.2413*0.05',
      '0.0364*0.241*0.05',
      // Computed with rounded intermediate values.
      '0.0366*0.241*0.05',
      '0.00877*0.05',
    ]) {
      expect(isWorking(typed(raw), whole), raw).toBe(true);
    }
    expect(isWorking(typed('0.4*0.1385*0.2413*0.05'), whole)).toBe(false);
  });

  test('accepts a sign changed by rounding in a sum that nearly cancels', () => {
    const nearly = product(sum(num(0.60361), num(-0.60352)), num(0.7));
    expect(isWorking(typed('(0.6035-0.6036)*0.7'), nearly)).toBe(true);
    expect(isWorking(typed('0.7*(0.604-0.604)'), nearly)).toBe(true);
  });
});

test('showsOperands: a plain number shows none', () => {
  expect(['0.25', '-3', '-(+2)'].map((raw) => showsOperands(typed(raw)))).toEqual([false, false, false]);
  expect(['1/4', '1+1', '-(1*2)'].map((raw) => showsOperands(typed(raw)))).toEqual([true, true, true]);
});

test('isWorking: stops after its step limit where all operands are alike', () => {
  const ones = sum(...Array.from({ length: 24 }, (_, i) => product(num(1 + i / 1e5), num(1 + i / 1e5))));
  const raw = `${'1+'.repeat(22)}2+0.01`;
  // Without a limit it would take hours.
  expect(isWorking(typed(raw), ones)).toBe(false);
});

test('isWorking: compares no more numbers than the longest working of a unit has', () => {
  const ones = (count: number) => sum(...Array.from({ length: count }, () => num(1)));
  const raw = (count: number): string => Array.from({ length: count }, () => '1').join('+');
  expect(isWorking(typed(raw(40)), ones(40))).toBe(true);
  expect(isWorking(typed(raw(81)), ones(81))).toBe(false);
});
