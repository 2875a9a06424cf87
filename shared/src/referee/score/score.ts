import { isPlacesPart, type Part } from '../../question/part.ts';

/** What each part of a question weighs. A question is worth 100 however many of them it asks. */
function weightOf(part: Part, parts: readonly Part[]): number {
  if (!isPlacesPart(part)) return 20;
  // In a relay the places come in two halves.
  return 40 / parts.filter(isPlacesPart).length;
}
const QUESTION_POINTS = 100;

/** What a right answer is still worth at the first, second, … try. */
const TRY_FACTORS = [1, 0.6, 0.3, 0.1, 0.1] as const;

/** Tries that a part takes at most. */
export const MAX_TRIES = TRY_FACTORS.length;

const STREAK_STEP = 5;
const STREAK_MOST = 15;
const SPEED_MOST = 10;

/** What is left of a part for which a hint was taken. */
const HINTED = 0.5;

/** Points for getting `part` right at the `tries`-th try, of a question that asks `parts`. */
export function pointsFor(part: Part, parts: readonly Part[], tries: number, isHinted: boolean): number {
  const total = parts.reduce((sum, asked) => sum + weightOf(asked, parts), 0);
  const factor = TRY_FACTORS[tries - 1];
  if (factor === undefined) throw new RangeError(`no try number ${tries}`);
  return ((QUESTION_POINTS * weightOf(part, parts)) / total) * factor * (isHinted ? HINTED : 1);
}

/** What a further ◆ brings at the first try, and how many of a round bring anything. */
const BONUS_POINTS = 10;
const BONUSES_PAID = 2;

/** Points for getting the `number`-th bonus of a round right at the `tries`-th try. */
export function extraQuestionPoints(number: number, tries: number): number {
  return number <= BONUSES_PAID ? BONUS_POINTS * (TRY_FACTORS[tries - 1] ?? 0) : 0;
}

/** What a bet that came out right brings. */
export const BET_POINTS = 5;

/** What the `streak`-th question in a row without a miss brings on top: 0, 5, 10, 15, 15, … */
export function streakBonus(streak: number): number {
  return Math.min(STREAK_MOST, STREAK_STEP * (streak - 1));
}

/**
 * Full until half-time, then falling to 0 at the deadline. By what is left, so that a pause costs nobody anything.
 *
 * @param ms  time that the player has for the question
 * @param deadlineAt  until when its answers count; `at`: when it was done; both ms since the epoch
 */
export function speedBonus(ms: number, deadlineAt: number, at: number): number {
  const half = ms / 2;
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
 * @param reference       loss that true updates alone would have come to
 */
export function teamPoints(meanPoints: number, first: number, last: number, reference: number): number {
  const possible = first - reference;
  const learned = possible > 0 ? Math.min(1, Math.max(0, (first - last) / possible)) : 0;
  return (TEAM_ANSWERS * meanPoints) / QUESTION_POINTS + TEAM_LEARNING * learned;
}

/**
 * Ranks among some figures: 1 for the best; who has as much shares the rank. Figures that differ only by rounding are
 * the same.
 */
export function rankAmong(all: readonly number[]): (value: number) => number {
  const best = all.toSorted((a, b) => b - a);
  return (value) => {
    // The first that is not better, by halves: in a class of 1,000 everyone looks for its own.
    let [from, to] = [0, best.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (best[middle]! > value + 1e-9) from = middle + 1;
      else to = middle;
    }
    return 1 + from;
  };
}
