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

/** Significant figures with which a value is displayed. */
const FIGURES_SHOWN = 4;

/** Half a unit in the last of the 4 figures with which a value is displayed. */
export function halfUnitShown(value: number): number {
  return value === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 3);
}

/** A value as it is and as it is displayed. */
export function asDisplayed(value: number): Interval {
  const displayed = Number(value.toPrecision(FIGURES_SHOWN));
  return [Math.min(value, displayed), Math.max(value, displayed)];
}

/** Rounding of a player who works step by step. */
export interface Rounding {
  /** Values in place of a displayed operand that is copied. */
  readonly shown: (value: number) => Interval;
  /** Values after writing a result down. */
  readonly written: (interval: Interval) => Interval;
}

/** Rounding that is asked for: operands as displayed, results to 3 significant figures. */
export const AS_ASKED: Rounding = {
  shown: shownInterval,
  written: (interval) => widen(interval, ROUNDED),
};

/** Largest number of digits that a number can be rounded to. */
const MAX_DIGITS = 100;

/** Share of a value by which it may be off for being binary: 0.015 can lie on either side of the half. */
const BINARY = 1e-9;

/** Rounding that may be done or left out at each step. It keeps the order of values, so the ends hold all between. */
function stepwise(round: (value: number) => number): Rounding {
  const written = ([low, high]: Interval): Interval => [
    Math.min(low, round(low - BINARY * Math.abs(low))),
    Math.max(high, round(high + BINARY * Math.abs(high))),
  ];
  return { written, shown: (value) => written([value, value]) };
}

/** Rounding of operands and results to a number of significant figures. */
export function toFigures(figures: number): Rounding {
  return stepwise((value) => Number(value.toPrecision(Math.min(MAX_DIGITS, figures))));
}

/** Rounding of operands and results to a number of decimals. */
export function toDecimals(decimals: number): Rounding {
  return stepwise((value) => Number(value.toFixed(Math.min(MAX_DIGITS, decimals))));
}

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

/** Σ of products in any order, each product and each sum on the way written down. */
export function sumOfProducts(
  terms: readonly (readonly [Interval, Interval])[],
  start: Interval,
  { written }: Rounding,
): Interval {
  const products = terms.map(([a, b]) => written(times(a, b)));
  const addends = [...products, start].filter(([low, high]) => low !== 0 || high !== 0);
  // No sum on the way is larger than that of all addends of one sign.
  const largest = [addends.filter(([low]) => low > 0), addends.filter(([, high]) => high < 0)].map(
    (ofOneSign) => ofOneSign.reduce(plus, exactly(0)),
  );
  const slack = Math.max(...largest.map((sum) => width(written(sum)) - width(sum))) / 2;
  const all = slack * Math.max(0, addends.length - 2);
  const [low, high] = addends.reduce(plus, exactly(0));
  return written([low - all, high + all]);
}

const width = ([low, high]: Interval): number => high - low;

/** The smallest interval around all given ones. */
export function hull(...intervals: readonly Interval[]): Interval {
  return [Math.min(...intervals.map(([low]) => low)), Math.max(...intervals.map(([, high]) => high))];
}

export function isInside(value: number, [low, high]: Interval): boolean {
  return value >= low && value <= high;
}
