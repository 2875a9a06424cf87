import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/effort.ts';
import {
  AS_ASKED,
  hull,
  type Interval,
  mapInterval,
  minus,
  plus,
  type Rounding,
  shownInterval,
  sumOfProducts,
  times,
  toDecimals,
  toFigures,
} from './interval.ts';

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
  near(AS_ASKED.written([-1, 2]), [-1.005, 2.01]);
});

test.each<[string, Rounding, number, Interval]>([
  ['as asked: displayed to four figures', AS_ASKED, -2, [-2.001, -1.999]],
  ['two figures', toFigures(2), -2.347, [-2.347, -2.3]],
  ['one figure', toFigures(1), 0.26, [0.26, 0.3]],
  ['one figure, of a number that has no more', toFigures(1), 2, [2, 2]],
  ['two decimals', toDecimals(2), -2.347, [-2.35, -2.347]],
  ['two decimals, of a number that has no more', toDecimals(2), 17.25, [17.25, 17.25]],
])('rounding of an operand, done or left out, %s', (_, { shown }, value, expected) => {
  near(shown(value), expected);
});

type Round = (value: number) => number;
const exact: Round = (value) => value;

/** Rounding of a player: of operands, products and sums on the way; the result is rounded in any case. */
type Habit = readonly [operand: Round, product: Round, sum: Round];

/** Works a sum of products out, one after the other. */
function workedOut(
  terms: readonly (readonly [number, number])[],
  start: number,
  [operand, product, sum]: Habit,
): number {
  const addends = [operand(start), ...terms.map(([a, b]) => product(operand(a) * operand(b)))];
  // The first addend is no sum yet.
  const [first = 0, ...others] = addends.filter((one) => one !== 0);
  return others.reduce((total, one) => sum(total + one), first);
}

const digits = fc.constantFrom<readonly [Rounding, Round]>(
  [toFigures(1), (value) => Number(value.toPrecision(1))],
  [toFigures(2), (value) => Number(value.toPrecision(2))],
  [toDecimals(1), (value) => Number(value.toFixed(1))],
  [toDecimals(2), (value) => Number(value.toFixed(2))],
  [AS_ASKED, (value) => Number(value.toPrecision(3))],
);

test('sum of products: spans the work of players who round operands, products and sums, or do not', () => {
  const number = fc
    .tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: 2, max: 5 }))
    .map(([mantissa, power]) => mantissa / 10 ** power);
  const pairs = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 4 });
  const steps = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(
      digits,
      pairs,
      fc.option(number, { nil: 0 }),
      steps,
      ([rounding, round], terms, start, is) => {
        const of = ([a, b]: readonly [number, number]) => [rounding.shown(a), rounding.shown(b)] as const;
        const interval = sumOfProducts(terms.map(of), rounding.shown(start), rounding);
        const [operand, product, sum] = is.map((one) => (one ? round : exact)) as [Round, Round, Round];
        // As asked, operands are used as displayed.
        const habit: Habit = [rounding === AS_ASKED ? exact : operand, product, sum];
        const given = round(workedOut(terms, start, habit));
        expect(given).toBeGreaterThanOrEqual(interval[0] - 1e-9);
        expect(given).toBeLessThanOrEqual(interval[1] + 1e-9);
      },
    ),
    { numRuns: runs(2_000, 50_000) },
  );
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
