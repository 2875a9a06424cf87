import { type Interval, isInside, ROUNDED } from './interval.ts';

const TOLERANCE = 0.02;
/** However the rounding adds up, an answer further off than this is not right. */
const WIDEST = 0.04;
/** Below this the truth is 0, and the relative tolerances say nothing. */
const ZERO = 1e-12;
const ZERO_TOLERANCE = 5e-4;

/** Whether a truth counts as 0. */
export const isZero = (truth: number): boolean => Math.abs(truth) < ZERO;

/**
 * Which values are right: within 2 % of the truth, or within what honest rounding can make of it, but never wider than
 * 4 %. A truth of 0 takes whatever is written as 0 to three places.
 *
 * @param honest  what honest work with the shown numbers can come to
 */
export function acceptedInterval(truth: number, [low, high]: Interval): Interval {
  if (isZero(truth)) return [-ZERO_TOLERANCE, ZERO_TOLERANCE];
  const size = Math.abs(truth);
  return [
    Math.max(truth - WIDEST * size, Math.min(truth - TOLERANCE * size, low)),
    Math.min(truth + WIDEST * size, Math.max(truth + TOLERANCE * size, high)),
  ];
}

/** Whether nobody who works honestly with the shown numbers can be told that they are wrong. */
export function isHonestSafe(accepted: Interval, honest: Interval): boolean {
  return honest.every((end) => isInside(end, accepted));
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
