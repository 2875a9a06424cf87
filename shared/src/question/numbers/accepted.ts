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
 * Tells whether `value` follows from a value accepted earlier: rounded once more at most. It may be further from the
 * truth than an answer by itself, as far as the accepted value leads it.
 */
export function carriesForward(value: number, carried: number): boolean {
  return Math.abs(value - carried) <= ROUNDED * Math.abs(carried);
}

/** Largest deviation of the weight after a step, relative to the step: half a unit of its second figure. */
const STEP_TOLERANCE = 0.05;

/**
 * Interval of accepted weights after a step: judged against the step, which can be small beside the weight, and
 * widened by what the display leaves open.
 *
 * @param shown  values that follow from the displayed weight and gradient, without further rounding
 */
export function acceptedAfterStep(next: number, step: number, shown: Interval): Interval {
  if (isZero(step)) return acceptedInterval(next, shown);
  const reach = STEP_TOLERANCE * Math.abs(step);
  return [Math.min(next - reach, shown[0]), Math.max(next + reach, shown[1])];
}
