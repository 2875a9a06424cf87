import { expect, test } from 'vitest';
import { randomSequence } from './randomSequence.ts';

test('randomSequence: gives the numbers of mulberry32 for a seed', () => {
  const next = randomSequence(1);
  expect([next(), next(), next()].map((value) => value * 2 ** 32)).toEqual([
    2693262067, 11749833, 2265367787,
  ]);
});

test('randomSequence: another seed gives other numbers', () => {
  expect(randomSequence(2)()).not.toBe(randomSequence(1)());
});
