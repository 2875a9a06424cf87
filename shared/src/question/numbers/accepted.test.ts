import { expect, test } from 'vitest';
import { acceptedAfterStep, acceptedInterval, carriesForward, isHonestSafe, isZero } from './accepted.ts';
import type { Interval } from './interval.ts';

const near = ([low, high]: Interval, expected: Interval): void => {
  expect(low).toBeCloseTo(expected[0], 12);
  expect(high).toBeCloseTo(expected[1], 12);
};

test.each([
  ['at least 2 %, however sure the work is', 100, [100, 100], [98, 102]],
  ['what honest rounding can make of it, to each side for itself', 100, [97, 102.5], [97, 102.5]],
  ['never more than 4 %', 100, [90, 130], [96, 104]],
  ['the same of a negative truth', -100, [-103, -97.5], [-103, -97.5]],
  ['and never more than 4 % of that', -100, [-130, -90], [-104, -96]],
  ['0 takes 0 to three places, however unsure the work is', 0, [-1, 1], [-5e-4, 5e-4]],
  ['so does what is 0 but for the last bit', 5e-13, [5e-13, 5e-13], [-5e-4, 5e-4]],
  ['a small truth is no 0', 1e-12, [1e-12, 1e-12], [0.98e-12, 1.02e-12]],
] as const)('%s', (_, truth, honest, accepted) => {
  near(acceptedInterval(truth, honest), accepted);
});

test('isZero: true below 1e−12, of either sign', () => {
  expect([0, -0, 9e-13, -9e-13, 1e-12, -1e-12, 1].map(isZero)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('isHonestSafe: honest work is safe when both its ends are accepted', () => {
  expect(isHonestSafe([98, 102], [98, 102])).toBe(true);
  expect(isHonestSafe([98, 102], [97.9, 102])).toBe(false);
  expect(isHonestSafe([98, 102], [98, 102.1])).toBe(false);
});

test.each([
  // carried, value
  ['multiplied rightly', 103, 103, true],
  ['rounded once more, by half a percent', 103, 103.5, true],
  ['rounded by more', 103, 103.6, false],
  ['rounded down', 103, 102.5, true],
  ['rounded down by more', 103, 102.4, false],
  ['of negative values', -103, -103.5, true],
  ['of negative values by more', -103, -103.6, false],
  ['of the other sign', 103, -103, false],
] as const)('carried forward: %s', (_, carried, value, follows) => {
  expect(carriesForward(value, carried)).toBe(follows);
});

test.each<[string, number, number, Interval, Interval]>([
  // next, step, shown
  ['5 % of the step to each side', 0.2, -0.01, [0.2, 0.2], [0.1995, 0.2005]],
  ['whichever way the step goes', 0.2, 0.01, [0.2, 0.2], [0.1995, 0.2005]],
  ['what the display leaves open, to each side for itself', 0.2, 0.01, [0.199, 0.2001], [0.199, 0.2005]],
  ['without a step, as any other value', 0.2, 0, [0.2, 0.2], [0.196, 0.204]],
  ['the same with what is 0 but for the last bit', 0.2, 5e-13, [0.2, 0.2], [0.196, 0.204]],
])('weight after a step: %s', (_, next, step, shown, accepted) => {
  near(acceptedAfterStep(next, step, shown), accepted);
});
