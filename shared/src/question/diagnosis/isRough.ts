import type { NumberPart } from '../gradedPart.ts';
import { decimalsTyped, FIGURES_ASKED } from '../numbers/decimals.ts';
import { exactly, type Interval, isInside, toDecimals, toFigures } from '../numbers/interval.ts';
import type { Typed } from '../numbers/typed.ts';
import type { Mistake } from '../question.ts';
import { isMistakeExactly, isSameValue, type WrongNumber } from './explainNumber.ts';
import { isAnyShownWorking, isRoughWorking } from './operands/isWorking.ts';

/** Decimals to which players round every step by habit; a 0 without decimals is taken for that. */
const DECIMALS_BY_HABIT = 2;
/** Figures from which a number that belongs to a mistake is not put down to rounding. */
const EXACT_FIGURES = 5;
/** Largest deviation from the truth of rough work, relative to the truth: one figure at every step. */
const MAX_DEVIATION = 0.5;

interface TypedNumber extends WrongNumber {
  /** Text as typed. */
  readonly raw: string;
}

/** Tells whether a number is a right value, rounded to the figures or to the decimals it was given with. */
function isRounded({ value }: WrongNumber, { figures, decimals }: Digits, [low, high]: Interval): boolean {
  const right = exactly(Math.min(high, Math.max(low, value)));
  const ways = [toFigures(figures), ...(decimals > 0 ? [toDecimals(decimals)] : [])];
  return ways.some(({ written }) => written(right).some((end) => isSameValue(end, value)));
}

/** Digits with which a number was typed. */
interface Digits {
  readonly figures: number;
  readonly decimals: number;
}

/** Digits without the zeros at the end, which may have been added to have enough of them. */
function withoutEndingZeros({ figures, decimals }: Digits, value: number): Digits {
  let zeros = 0;
  while (zeros < Math.min(figures - 1, decimals) && Number(value.toFixed(decimals - zeros - 1)) === value)
    zeros++;
  return { figures: figures - zeros, decimals: decimals - zeros };
}

/**
 * Numbers of decimals to which the steps before a number may have been rounded: to those of the habit, or to one less
 * than the number has, as long as it has fewer than asked.
 */
function decimalsOnTheWay(typed: number, asked: number): number[] {
  const byHabit = typed > 0 && typed <= DECIMALS_BY_HABIT + 1 ? [Math.min(typed, DECIMALS_BY_HABIT)] : [];
  return typed < asked && typed > DECIMALS_BY_HABIT ? [...byHabit, typed - 1] : byHabit;
}

/** Tells whether the right working leads to a number where every step is rounded as roughly as the number is. */
function isReached(part: NumberPart, typed: WrongNumber, { figures, decimals }: Digits): boolean {
  const { value } = typed;
  // In as many decimals as asked, a number that is the value of a mistake is put down to that.
  if (decimals >= part.decimals && isMistakeExactly(part, typed, figures)) return false;
  const onTheWay = decimalsOnTheWay(decimals, part.decimals);
  if (onTheWay.some((one) => isInside(value, part.reach(toDecimals(one))))) return true;
  if (figures >= FIGURES_ASKED) return false;
  const isCloseBy = Math.abs(value - part.truth) <= MAX_DEVIATION * Math.abs(part.truth);
  return isCloseBy && isInside(value, part.reach(toFigures(figures)));
}

/** Figures of a fraction that is a number in decimals, such as 397/1000; null for other fractions and expressions. */
function figuresOfDecimalFraction(typed: Typed): number | null {
  if (typed.type === 'negative') return figuresOfDecimalFraction(typed.of);
  if (typed.type !== '/') return null;
  const above = typed.left.type === 'negative' ? typed.left.of : typed.left;
  if (above.type !== 'number' || typed.right.type !== 'number') return null;
  return Number.isInteger(Math.log10(typed.right.value)) ? above.figures : null;
}

/**
 * Tells whether a number that is not accepted is the right working in rougher figures than asked: the truth, or what
 * follows from the player's own values, rounded; a number that rounding at every step leads to; or an expression of the
 * right operands.
 *
 * @param own       values that follow from the player's own earlier answers
 * @param mistakes  known mistakes that explain the number
 */
export function isRough(
  part: NumberPart,
  typed: TypedNumber,
  own: readonly number[],
  mistakes: readonly Mistake[],
): boolean {
  const { value, raw } = typed;
  const honest = part.unrounded ?? part.honest;
  const figures = typed.figures ?? figuresOfDecimalFraction(typed.typed);
  if (figures === null) {
    const right = part.working?.();
    // Rough operands can be those of a mistake by chance, but not exactly.
    if (right && isRoughWorking(typed.typed, right)) {
      return !isAnyShownWorking(typed.typed, part.candidates());
    }
    return mistakes.length === 0 && isInside(value, honest);
  }
  // Rounding can exceed every accepted interval where terms nearly cancel: that is no miss either.
  if (isInside(value, honest)) return figures < EXACT_FIGURES || !isMistakeExactly(part, typed, figures);
  const typedDecimals = decimalsTyped(raw, value, figures);
  const digits = {
    figures,
    decimals: value === 0 ? Math.max(DECIMALS_BY_HABIT, typedDecimals) : typedDecimals,
  };
  const right = [honest, ...own.map(exactly)];
  const isRoundedTo = (given: Digits): boolean => right.some((one) => isRounded(typed, given, one));
  if (isRoundedTo(digits) || isReached(part, typed, digits)) return true;
  const isAsRough = digits.decimals < part.decimals || mistakes.length === 0;
  return isAsRough && isRoundedTo(withoutEndingZeros(digits, value));
}
