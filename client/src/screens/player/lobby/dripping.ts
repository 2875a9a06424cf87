import { activationOf, largestSlope } from '@relay/shared/maths/activation';
import type { ActivationName } from '@relay/shared/maths/network';

/** Activations of the toy: two whose slope fades out smoothly, one whose slope is 0 or 1. */
export const TOY_FUNCTIONS = ['sigmoid', 'tanh', 'relu'] as const satisfies readonly ActivationName[];
export type ToyFunction = (typeof TOY_FUNCTIONS)[number];

/** Amounts that one press can add to the sum. */
export const DROP_AMOUNTS = [-1, -0.5, 0.5, 1] as const;

/** Largest absolute value of the sum. */
export const LARGEST_SUM = 8;

/** Sum after a drop. Halves are exact in binary, so no rounding error builds up. */
export const sumAfterDrop = (sum: number, amount: number): number =>
  Math.max(-LARGEST_SUM, Math.min(LARGEST_SUM, sum + amount));

type Feeling = 'shut' | 'nearlyShut' | 'partly' | 'open';

export interface ToyAnswer {
  /** f(u) */
  readonly output: number;
  /** f′(u) */
  readonly slope: number;
  /** f′(u) as a share of the largest f′ of this function, [0, 1] */
  readonly opening: number;
  readonly feeling: Feeling;
}

function feelingOf(opening: number): Feeling {
  if (opening < 0.005) return 'shut';
  if (opening < 0.25) return 'nearlyShut';
  return opening < 0.75 ? 'partly' : 'open';
}

/** Output and slope of a unit with this activation at a pre-activation. */
export function toyAnswerOf(activation: ToyFunction, sum: number): ToyAnswer {
  const layer = { units: 1, activation };
  const { value, derivative } = activationOf(layer);
  const slope = derivative(sum);
  const opening = slope / largestSlope(layer);
  return { output: value(sum), slope, opening, feeling: feelingOf(opening) };
}
