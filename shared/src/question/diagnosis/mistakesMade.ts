import type { Mistake, MistakeId, Verdict } from '../question.ts';

/** Mistakes that lead to the same number, most telling first: one of them was made, and the answer does not tell which. */
export type EitherMistake<M = MistakeId> = readonly [M, ...M[]];

/** Number of players who made a mistake, or one of several that lead to the same number. */
export interface MistakeCount {
  readonly ids: EitherMistake;
  readonly players: number;
}

/** Limit of mistakes that are said to lead to the same number. */
const MAX_NAMED = 3;

/**
 * Mistakes that a wrong answer shows to have been made, each with those that lead to the same number: the first, and
 * those made besides it. What would merely explain the answer as well is left out.
 */
export function mistakesMade(mistakes: readonly Mistake[]): EitherMistake<Mistake>[] {
  const [first, ...others] = mistakes;
  if (!first) return [];
  const same = others.filter((mistake) => mistake.same).slice(0, MAX_NAMED - 1);
  const besides = others.filter((mistake) => mistake.also);
  return [[first, ...same], ...besides.map((mistake): EitherMistake<Mistake> => [mistake])];
}

/** Ids of the mistakes that a verdict shows to have been made. */
export function idsMade(verdict: Verdict): EitherMistake[] {
  if (verdict.outcome !== 'wrong') return [];
  return mistakesMade(verdict.mistakes).map(
    ([first, ...same]): EitherMistake => [first.id, ...same.map(({ id }) => id)],
  );
}

/** Adds up counts by the mistake that is named first, with all that lead to its number; most frequent first. */
export function addUpCounts(counts: readonly MistakeCount[]): MistakeCount[] {
  const byFirst = new Map<MistakeId, MistakeCount>();
  for (const { ids, players } of counts) {
    const [first, ...same] = ids;
    const before = byFirst.get(first);
    const others = new Set([...(before?.ids.slice(1) ?? []), ...same]);
    byFirst.set(first, {
      ids: [first, ...[...others].slice(0, MAX_NAMED - 1)],
      players: (before?.players ?? 0) + players,
    });
  }
  return [...byFirst.values()].sort((a, b) => b.players - a.players);
}

/** Mistakes that somebody made, in one or several answers, each counted once. */
export function countOnce(made: readonly EitherMistake[]): MistakeCount[] {
  return addUpCounts(made.map((ids) => ({ ids, players: 1 }))).map(({ ids }) => ({ ids, players: 1 }));
}
