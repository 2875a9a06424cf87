import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseNegativeZero } from './normaliseNegativeZero.ts';

test('any JSON value is as it comes back from its text, zeros included', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(normaliseNegativeZero(value)).toStrictEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(Object.is(normaliseNegativeZero({ a: [[-0]] }).a[0]![0], 0)).toBe(true);
});

test('what has no negative zero is the same object', () => {
  const value = { a: [1, { b: 0 }], c: null };
  expect(normaliseNegativeZero(value)).toBe(value);
});
