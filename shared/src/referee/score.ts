import { type Part, partKind } from '../question/question.ts';

/** What each part of a question weighs. A question is worth 100 however many of them it asks. */
const weightOf = (part: Part): number => (partKind(part) === 'places' ? 40 : 20);
const QUESTION_POINTS = 100;

/** What a right answer is still worth at the first, second, … try. */
const TRY_FACTORS = [1, 0.6, 0.3, 0.1, 0.1] as const;

/** Tries that a part takes at most. */
export const MAX_TRIES = TRY_FACTORS.length;

const STREAK_STEP = 5;
const STREAK_MOST = 15;
const SPEED_MOST = 10;

/** Points for getting `part` right at the `tries`-th try, of a question that asks `parts`. */
export function pointsFor(part: Part, parts: readonly Part[], tries: number): number {
  const total = parts.reduce((sum, asked) => sum + weightOf(asked), 0);
  const factor = TRY_FACTORS[tries - 1];
  if (factor === undefined) throw new RangeError(`no try number ${tries}`);
  return ((QUESTION_POINTS * weightOf(part)) / total) * factor;
}

/** What the `streak`-th question in a row without a miss brings on top: 0, 5, 10, 15, 15, … */
export function streakBonus(streak: number): number {
  return Math.min(STREAK_MOST, STREAK_STEP * (streak - 1));
}

/** Full until half-time, then falling to 0 at the deadline. Times in ms since the epoch. */
export function speedBonus(openedAt: number, deadlineAt: number, at: number): number {
  const half = (deadlineAt - openedAt) / 2;
  return half <= 0 ? 0 : SPEED_MOST * Math.min(1, Math.max(0, (deadlineAt - at) / half));
}

const TEAM_ANSWERS = 950;
const TEAM_LEARNING = 50;

/**
 * A team's result, 0–1,000: mostly how well its members answered, a little how well its network learned.
 *
 * @param meanPoints  mean over the members of their points a round, [0, 100]
 * @param first       loss before the first round
 * @param last        loss now
 * @param ghost       loss that true updates alone would have come to
 */
export function teamPoints(meanPoints: number, first: number, last: number, ghost: number): number {
  const possible = first - ghost;
  const learned = possible > 0 ? Math.min(1, Math.max(0, (first - last) / possible)) : 0;
  return (TEAM_ANSWERS * meanPoints) / QUESTION_POINTS + TEAM_LEARNING * learned;
}

/** 1 for the best; who has as much shares the rank. Figures that differ only by rounding are the same. */
export function rankOf(value: number, all: readonly number[]): number {
  return 1 + all.filter((other) => other > value + 1e-9).length;
}
