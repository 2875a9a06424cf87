import type { Part } from '../question/question.ts';

/** What each part of a question weighs. A question is worth 100 however many of them it asks. */
const WEIGHTS: Record<Part, number> = { places: 40, S: 20, delta: 20, G: 20 };
const QUESTION_POINTS = 100;

/** What a right answer is still worth at the first, second, … try. */
const TRY_FACTORS = [1, 0.6, 0.3, 0.1, 0.1] as const;

/** Tries that a part takes at most. */
export const MAX_TRIES = TRY_FACTORS.length;

/** Points for getting `part` right at the `tries`-th try, of a question that asks `parts`. */
export function pointsFor(part: Part, parts: readonly Part[], tries: number): number {
  const total = parts.reduce((sum, asked) => sum + WEIGHTS[asked], 0);
  const factor = TRY_FACTORS[tries - 1];
  if (factor === undefined) throw new RangeError(`no try number ${tries}`);
  return ((QUESTION_POINTS * WEIGHTS[part]) / total) * factor;
}
