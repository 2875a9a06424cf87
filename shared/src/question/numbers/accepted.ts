import { type Interval, isInside, ROUNDED } from './interval.ts';

const TOLERANCE = 0.02;
/** Largest relative deviation of an accepted answer, however rounding adds up. */
const MAX_DEVIATION = 0.04;
/** Limit below which a truth counts as 0, where relative tolerances say nothing. */
const ZERO = 1e-12;
const ZERO_TOLERANCE = 5e-4;

/** Tells whether a truth counts as 0. */
export const isZero = (truth: number): boolean => Math.abs(truth) < ZERO;

/**
 * Interval of accepted values: within 2 % of the truth, or within the reach of honest rounding, but never wider than
 * 4 %. For a truth of 0 it holds whatever is written as 0 to three places.
 *
 * @param honest  values that honest work with the displayed numbers can reach
 */
export function acceptedInterval(truth: number, [low, high]: Interval): Interval {
  if (isZero(truth)) return [-ZERO_TOLERANCE, ZERO_TOLERANCE];
  const size = Math.abs(truth);
  return [
    Math.max(truth - MAX_DEVIATION * size, Math.min(truth - TOLERANCE * size, low)),
    Math.min(truth + MAX_DEVIATION * size, Math.max(truth + TOLERANCE * size, high)),
  ];
}

/** Tells whether honest work with the displayed numbers is always accepted. */
export function isHonestSafe(accepted: Interval, honest: Interval): boolean {
  return honest.every((end) => isInside(end, accepted));
}

/**
 * Tells whether `value` follows from a value accepted earlier, within the widest tolerance: a slightly rounded δ that
 * is carried forward gives a slightly wrong but correctly multiplied result.
 */
export function carriesForward(value: number, carried: number, truth: number): boolean {
  return (
    Math.abs(value - carried) <= ROUNDED * Math.abs(carried) &&
    Math.abs(value - truth) <= MAX_DEVIATION * Math.abs(truth)
  );
}
