import type { Facts } from './facts.ts';
import type { Part } from './question.ts';

/** A closed interval of values. */
export type Interval = readonly [low: number, high: number];

/** Operands are shown to 4 significant figures: half a unit in the last of them, at worst. */
const SHOWN = 0.0005;
/** A product or a sum that a player writes down to 3 significant figures and goes on with. */
const ROUNDED = 0.005;
const TOLERANCE = 0.02;
/** However the rounding adds up, an answer further off than this is not right. */
const WIDEST = 0.04;
/** Below this the truth is 0, and the relative tolerances say nothing. */
const ZERO = 1e-12;
const ZERO_TOLERANCE = 5e-4;

const widen = ([low, high]: Interval, relative: number): Interval => [
  low - Math.abs(low) * relative,
  high + Math.abs(high) * relative,
];
const shown = (value: number): Interval => widen([value, value], SHOWN);
const times = (a: Interval, b: Interval): Interval => {
  const corners = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return [Math.min(...corners), Math.max(...corners)];
};
const rounded = (interval: Interval): Interval => widen(interval, ROUNDED);

/** What honest work with the shown numbers can come to, each step rounded to 3 figures. */
function honest(facts: Facts, part: Exclude<Part, 'places'>): Interval {
  const { next, arriving, slope, delta, x } = facts;
  const S: Interval | null =
    next.length > 0
      ? rounded(
          next
            .map((unit) => rounded(times(rounded(shown(unit.delta)), shown(unit.weight))))
            .reduce(([low, high], [l, h]): Interval => [low + l, high + h], [0, 0]),
        )
      : arriving === null
        ? null
        : shown(arriving);
  if (part === 'S' && S) return S;
  const D = S && slope !== null ? rounded(times(S, shown(slope))) : shown(delta);
  return part === 'delta' ? D : rounded(times(D, shown(x)));
}

/** Whether nobody who works honestly with the shown numbers can be told that they are wrong. */
export function isHonestSafe(facts: Facts, part: Exclude<Part, 'places'>): boolean {
  const accepted = acceptedInterval(facts, part);
  return honest(facts, part).every((end) => isInside(end, accepted));
}

/** The true value of a numeric part. */
export function truthOf(facts: Facts, part: Exclude<Part, 'places'>): number {
  if (part === 'S') return facts.arriving ?? facts.delta;
  return part === 'delta' ? facts.delta : facts.G;
}

/**
 * Which values are right for a part: within 2 % of the truth, or within what honest rounding can make of it, but
 * never wider than 4 %. A truth of 0 takes whatever is written as 0 to three places.
 */
export function acceptedInterval(facts: Facts, part: Exclude<Part, 'places'>): Interval {
  const truth = truthOf(facts, part);
  if (Math.abs(truth) < ZERO) return [-ZERO_TOLERANCE, ZERO_TOLERANCE];
  const size = Math.abs(truth);
  const [low, high] = honest(facts, part);
  return [
    Math.max(truth - WIDEST * size, Math.min(truth - TOLERANCE * size, low)),
    Math.min(truth + WIDEST * size, Math.max(truth + TOLERANCE * size, high)),
  ];
}

export function isInside(value: number, [low, high]: Interval): boolean {
  return value >= low && value <= high;
}

/**
 * Whether `value` follows from a value that was accepted before, within the widest that is ever right: who carried a
 * slightly rounded δ forward has multiplied correctly.
 */
export function carriesForward(value: number, carried: number, truth: number): boolean {
  return (
    Math.abs(value - carried) <= ROUNDED * Math.abs(carried) &&
    Math.abs(value - truth) <= WIDEST * Math.abs(truth)
  );
}
