/** A closed interval of values, such as those that honest work with rounded numbers can reach. */
export type Interval = readonly [low: number, high: number];

/** Relative rounding of a displayed operand, at 4 significant figures: half a unit in the last, at worst. */
const DISPLAY_ROUNDING = 0.0005;
/** Relative rounding of a product or sum that a player writes down to 3 significant figures and uses further. */
export const ROUNDED = 0.005;

const widen = ([low, high]: Interval, relative: number): Interval => [
  low - Math.abs(low) * relative,
  high + Math.abs(high) * relative,
];

/** Values that a displayed number can stand for. */
export const shownInterval = (value: number): Interval => widen([value, value], DISPLAY_ROUNDING);

/** Values after writing an intermediate result down. */
export const rounded = (interval: Interval): Interval => widen(interval, ROUNDED);

export const exactly = (value: number): Interval => [value, value];

export const plus = (a: Interval, b: Interval): Interval => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Interval, b: Interval): Interval => [a[0] - b[1], a[1] - b[0]];

export function times(a: Interval, b: Interval): Interval {
  const corners = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return [Math.min(...corners), Math.max(...corners)];
}

/** f over an interval, where f has no turning point inside that matters: evaluated at the ends and in the middle. */
export function mapInterval(f: (value: number) => number, [low, high]: Interval): Interval {
  const values = [f(low), f((low + high) / 2), f(high)];
  return [Math.min(...values), Math.max(...values)];
}

/** Σ of products, each factor displayed and each product and the sum written down. */
export function sumOfProducts(terms: readonly (readonly [Interval, Interval])[], start: Interval): Interval {
  return rounded(terms.map(([a, b]) => rounded(times(a, b))).reduce(plus, start));
}

/** The smallest interval around all given ones. */
export function hull(...intervals: readonly Interval[]): Interval {
  return [Math.min(...intervals.map(([low]) => low)), Math.max(...intervals.map(([, high]) => high))];
}

export function isInside(value: number, [low, high]: Interval): boolean {
  return value >= low && value <= high;
}
