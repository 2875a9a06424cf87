import type { Expression } from '../../numbers/expression.ts';
import { figuresOf, type Typed } from '../../numbers/typed.ts';
import { DISPLAY_ROUNDING, follows, MAX_STEPS_OF_ALL, type Rules } from './comparison.ts';

/** Relative rounding of an intermediate value that was written down. */
const INTERMEDIATE_ROUNDING = 0.01;
/** Largest deviation of a sum that rounding can explain, relative to its summands; more is rejected at once. */
const MAX_DEVIATION = 0.06;

/** Operands in three figures or better. */
export const AS_ASKED: Rules = {
  fewest: 3,
  intermediate: INTERMEDIATE_ROUNDING,
  isSigned: false,
  maxDeviation: MAX_DEVIATION,
};
/** Operands in as few figures as they are typed with. */
const ROUGH: Rules = { fewest: 1, intermediate: INTERMEDIATE_ROUNDING, isSigned: false, maxDeviation: 1 };
/** Operands exactly as they are displayed. */
const AS_SHOWN: Rules = {
  fewest: 9,
  intermediate: DISPLAY_ROUNDING,
  isSigned: false,
  maxDeviation: MAX_DEVIATION,
};

/** Tells whether a typed answer shows its operands: a plain number does not. */
export function showsOperands(typed: Typed): boolean {
  if (typed.type === 'negative') return showsOperands(typed.of);
  return typed.type !== 'number';
}

/** Tells whether a typed answer is a fraction of two numbers. */
export function isFraction(typed: Typed): boolean {
  if (typed.type === 'negative') return isFraction(typed.of);
  return typed.type === '/' && [typed.left, typed.right].every((one) => figuresOf(one) !== null);
}

/**
 * Tells whether a typed answer follows a working: the same operands, each rounded to 3 figures or better, in any order;
 * factors and terms may have been combined into one number before.
 */
export const isWorking = (typed: Typed, working: Expression): boolean => follows(typed, working, AS_ASKED);

/** Tells whether a typed answer follows a working with operands in as few figures as they are typed with. */
export const isRoughWorking = (typed: Typed, working: Expression): boolean => follows(typed, working, ROUGH);

/** Tells whether a typed answer follows any of the workings with operands exactly as they are displayed. */
export function isAnyShownWorking(typed: Typed, all: readonly { readonly working: Expression }[]): boolean {
  const steps = { left: MAX_STEPS_OF_ALL };
  return all.some(({ working }) => follows(typed, working, AS_SHOWN, steps));
}
