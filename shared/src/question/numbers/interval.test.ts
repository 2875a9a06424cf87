import { expect, test } from 'vitest';
import { hull, type Interval, minus, plus, rounded, shownInterval, mapInterval, times } from './interval.ts';

const near = ([low, high]: Interval, expected: Interval): void => {
  expect(low).toBeCloseTo(expected[0], 12);
  expect(high).toBeCloseTo(expected[1], 12);
};

test('sums and differences: span the smallest and the largest possible value', () => {
  near(plus([1, 2], [10, 30]), [11, 32]);
  near(minus([1, 2], [10, 30]), [-29, -8]);
});

test('product: spans all four corners, whatever the signs', () => {
  near(times([2, 3], [5, 7]), [10, 21]);
  near(times([-2, 3], [5, 7]), [-14, 21]);
  near(times([-2, 3], [-7, 5]), [-21, 15]);
  near(times([-3, -2], [-7, -5]), [10, 21]);
});

test('displayed and rounded values: widened to both sides, also for a negative number', () => {
  near(shownInterval(2), [1.999, 2.001]);
  near(shownInterval(-2), [-2.001, -1.999]);
  near(rounded([-1, 2]), [-1.005, 2.01]);
});

test('mapInterval: evaluates a function at both ends and in the middle', () => {
  near(
    mapInterval((u) => u * u, [-2, 2]),
    [0, 4],
  );
  near(
    mapInterval((u) => -u, [1, 5]),
    [-5, -1],
  );
  near(
    mapInterval((u) => -((u - 3) ** 2), [2, 4]),
    [-1, 0],
  );
});

test('hull: spans all intervals', () => {
  near(hull([1, 2], [-3, 0], [1, 9]), [-3, 9]);
});
