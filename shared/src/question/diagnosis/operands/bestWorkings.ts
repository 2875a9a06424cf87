import type { Expression } from '../../numbers/expression.ts';
import { evaluate, type Typed } from '../../numbers/typed.ts';
import { follows, MAX_STEPS_OF_ALL, type Rules, type Steps } from './comparison.ts';
import { AS_ASKED } from './isWorking.ts';

/** Operands in three figures, numbers that stand for several factors worked out from displayed operands. */
const FROM_DISPLAY: Rules = { ...AS_ASKED, intermediate: 0.002 };

/** Largest relative deviation of two mistakes at once, of which there are too many to compare all with the operands. */
const MAX_PAIR_DEVIATION = 0.03;

/** Workings that a typed answer follows, and whether every factor of it has its own sign. */
interface Followed<W> {
  readonly found: readonly W[];
  readonly isSigned: boolean;
}

interface Worked {
  readonly working: Expression;
}

/** The workings that fit closely, if any does: those with the sign of every factor before those with the product's. */
function closest<W extends Worked>(typed: Typed, found: readonly W[], steps: Steps): Followed<W> {
  const rules = { ...AS_ASKED, isSigned: true };
  const signed = found.filter(({ working }) => follows(typed, working, rules, steps));
  return signed.length > 0 ? { found: signed, isSigned: true } : { found, isSigned: false };
}

/** Workings of single mistakes and of two at once that fit a typed answer best: only one of the lists has entries. */
interface BestWorkings<S, P> {
  readonly singles: Followed<S>;
  readonly pairs: readonly P[];
}

/**
 * Finds the workings that a typed answer follows most closely: single mistakes before two at once, as long as the
 * numbers that stand for several factors fit as well.
 */
export function bestWorkings<S extends Worked, P extends Worked & { readonly value: number }>(
  typed: Typed,
  singles: readonly S[],
  pairs: () => readonly P[],
): BestWorkings<S, P> {
  const steps = { left: MAX_STEPS_OF_ALL };
  const isFollowed = ({ working }: Worked, rules: Rules): boolean => follows(typed, working, rules, steps);
  const fromDisplay = (one: Worked): boolean => isFollowed(one, FROM_DISPLAY);
  const single = singles.filter((one) => isFollowed(one, AS_ASKED));
  const close = single.filter(fromDisplay);
  if (close.length > 0) return { singles: closest(typed, close, steps), pairs: [] };
  const value = evaluate(typed);
  const isClose = (pair: P): boolean =>
    Math.abs(value - pair.value) <= MAX_PAIR_DEVIATION * Math.abs(pair.value);
  const both = pairs().filter((pair) => isClose(pair) && isFollowed(pair, AS_ASKED));
  const closeBoth = both.filter(fromDisplay);
  const none = { found: [], isSigned: false };
  if (closeBoth.length > 0) return { singles: none, pairs: closest(typed, closeBoth, steps).found };
  if (single.length > 0) return { singles: closest(typed, single, steps), pairs: [] };
  return { singles: none, pairs: closest(typed, both, steps).found };
}
