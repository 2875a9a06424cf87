import { isPlacesPart, type Part } from '../../question/part.ts';

/** Relative value of a part. A question is worth 100 points however many parts it has. */
function weightOf(part: Part, parts: readonly Part[]): number {
  if (!isPlacesPart(part)) return 20;
  // In a relay the places come in two halves.
  return 40 / parts.filter(isPlacesPart).length;
}
const QUESTION_POINTS = 100;

/** Share of a part's points at the first, second, … try. */
const TRY_FACTORS = [1, 0.6, 0.3, 0.1, 0.1] as const;

/** Most tries at one part. */
export const MAX_TRIES = TRY_FACTORS.length;

const STREAK_STEP = 5;
const STREAK_MOST = 15;
const SPEED_MOST = 10;

/** Share of a part's points after a hint. */
const HINTED = 0.5;

/**
 * Points for getting `part` right at the `tries`-th try, of a question with `parts`, [0, 100].
 *
 * @throws {RangeError} no such try
 */
export function pointsFor(part: Part, parts: readonly Part[], tries: number, isHinted: boolean): number {
  const total = parts.reduce((sum, asked) => sum + weightOf(asked, parts), 0);
  const factor = TRY_FACTORS[tries - 1];
  if (factor === undefined) throw new RangeError(`no try number ${tries}`);
  return ((QUESTION_POINTS * weightOf(part, parts)) / total) * factor * (isHinted ? HINTED : 1);
}

/** Points of an extra question at the first try, and the number of paid ones in a round. */
const BONUS_POINTS = 10;
const BONUSES_PAID = 2;

/** Points for getting the `number`-th extra question of a round right at the `tries`-th try. */
export function extraQuestionPoints(number: number, tries: number): number {
  return number <= BONUSES_PAID ? BONUS_POINTS * (TRY_FACTORS[tries - 1] ?? 0) : 0;
}

/** Points of a bet that was right. */
export const BET_POINTS = 5;

/** Bonus for the `streak`-th question in a row without a miss: 0, 5, 10, 15, 15, … */
export function streakBonus(streak: number): number {
  return Math.min(STREAK_MOST, STREAK_STEP * (streak - 1));
}

/**
 * Bonus for speed, [0, 10]: full until half of the time is left, then falling to 0 at the deadline. Depends on the
 * time that is left, so that a pause costs nothing.
 *
 * @param ms          time that the player has for the question
 * @param deadlineAt  last moment for answers, ms since the epoch
 * @param at          time of the answer, ms since the epoch
 */
export function speedBonus(ms: number, deadlineAt: number, at: number): number {
  const half = ms / 2;
  return half <= 0 ? 0 : SPEED_MOST * Math.min(1, Math.max(0, (deadlineAt - at) / half));
}

const TEAM_ANSWERS = 950;
const TEAM_LEARNING = 50;

/**
 * Result of a team, [0, 1000]: up to 950 for its members' answers, up to 50 for what its network learned.
 *
 * @param meanPoints  mean over the members of their points a round, [0, 100]
 * @param first       loss before the first round
 * @param last        loss now
 * @param reference   loss that true updates alone lead to
 */
export function teamPoints(meanPoints: number, first: number, last: number, reference: number): number {
  const possible = first - reference;
  const learned = possible > 0 ? Math.min(1, Math.max(0, (first - last) / possible)) : 0;
  return (TEAM_ANSWERS * meanPoints) / QUESTION_POINTS + TEAM_LEARNING * learned;
}

/**
 * Ranks among some figures: 1 for the largest; equal figures share a rank. Figures that differ only by rounding are
 * equal.
 */
export function rankAmong(all: readonly number[]): (value: number) => number {
  const best = all.toSorted((a, b) => b - a);
  return (value) => {
    // Binary search for the first figure that is not larger: each of 1,000 players looks for a rank.
    let [from, to] = [0, best.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (best[middle]! > value + 1e-9) from = middle + 1;
      else to = middle;
    }
    return 1 + from;
  };
}
