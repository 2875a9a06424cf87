import { halfUnit } from './decimals.ts';

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
  /** Largest change by writing down a value of that size, where it is not in proportion to the value. */
  readonly half: (value: number) => number;
}

/** Rounding that is asked for: operands as displayed, results to 3 significant figures. */
export const AS_ASKED: Rounding = {
  shown: shownInterval,
  written: (interval) => widen(interval, ROUNDED),
  half: () => 0,
};

/** Largest number of digits that a number can be rounded to. */
const MAX_DIGITS = 100;

/** Share of a value by which it may be off for being binary: 0.015 can lie on either side of the half. */
const BINARY = 1e-9;

/** Rounding that may be done or left out at each step. It keeps the order of values, so the ends hold all between. */
function stepwise(round: (value: number) => number, half: Rounding['half']): Rounding {
  const written = ([low, high]: Interval): Interval => [
    Math.min(low, round(low - BINARY * Math.abs(low))),
    Math.max(high, round(high + BINARY * Math.abs(high))),
  ];
  return { written, half, shown: (value) => written([value, value]) };
}

/** The same rounding for the same number of digits, so that what it leads to can be remembered by it. */
function once(rounding: (digits: number) => Rounding): (digits: number) => Rounding {
  const made = new Map<number, Rounding>();
  return (digits) => {
    const given = Math.min(MAX_DIGITS, digits);
    const known = made.get(given) ?? rounding(given);
    made.set(given, known);
    return known;
  };
}

/** Rounding of operands and results to a number of significant figures. */
export const toFigures = once((given) =>
  stepwise(
    (value) => Number(value.toPrecision(given)),
    (value) => halfUnit(value, given),
  ),
);

/** Rounding of operands and results to a number of decimals. */
export const toDecimals = once((given) =>
  stepwise(
    (value) => Number(value.toFixed(given)),
    () => 0.5 * 10 ** -given,
  ),
);

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
  rounding: Rounding,
): Interval {
  const products = terms.map(([a, b]) => rounding.written(times(a, b)));
  const addends = [...products, start].filter(([low, high]) => low !== 0 || high !== 0);
  const [low, high] = addends.reduce(plus, exactly(0));
  const slack = slackOnTheWay(addends, rounding) * Math.max(0, addends.length - 2);
  return rounding.written([low - slack, high + slack]);
}

/** Largest change of a sum on the way by writing it down: none is larger than that of all addends of one sign. */
function slackOnTheWay(addends: readonly Interval[], { written, half }: Rounding): number {
  const ofOneSign = [addends.filter(([low]) => low > 0), addends.filter(([, high]) => high < 0)];
  const largest = ofOneSign.map((some) => some.reduce(plus, exactly(0)));
  const widened = Math.max(...largest.map((sum) => width(written(sum)) - width(sum))) / 2;
  // Addends that are round already have round sums.
  if (addends.every((one) => width(one) === 0 && width(written(one)) === 0)) return widened;
  return Math.max(widened, ...largest.flat().map(half));
}

const width = ([low, high]: Interval): number => high - low;

/** The smallest interval around all given ones. */
export function hull(...intervals: readonly Interval[]): Interval {
  return [Math.min(...intervals.map(([low]) => low)), Math.max(...intervals.map(([, high]) => high))];
}

export function isInside(value: number, [low, high]: Interval): boolean {
  return value >= low && value <= high;
}
