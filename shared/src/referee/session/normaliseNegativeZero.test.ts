import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseNegativeZero } from './normaliseNegativeZero.ts';

test('normaliseNegativeZero: any JSON value equals itself after writing and parsing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(normaliseNegativeZero(value)).toStrictEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(Object.is(normaliseNegativeZero({ a: [[-0]] }).a[0]![0], 0)).toBe(true);
});

test('normaliseNegativeZero: returns the same object where there is no −0', () => {
  const value = { a: [1, { b: 0 }], c: null };
  expect(normaliseNegativeZero(value)).toBe(value);
});
