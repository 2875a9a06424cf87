import { isZero } from '../numbers/accepted.ts';
import { type Expression, sizeOf, valueOf } from '../numbers/expression.ts';
import type { Candidate } from '../gradedPart.ts';
import type { Occurrence } from './entry.ts';
import type { MistakeId } from './mistakes.ts';

/** Limit of candidates for one part. */
const MAX_CANDIDATES = 40;

/** A mistake with its occurrence in one part. */
export interface MistakeRule<F, W = Expression> extends Occurrence<F, W> {
  readonly id: MistakeId;
}

const sameValue = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.abs(b);

/** Value of an expression; what is left over where terms cancel to the last bits is 0. */
function cleanValueOf(expression: Expression): number {
  const value = valueOf(expression);
  return Number.isFinite(value) && Math.abs(value) <= 1e-14 * sizeOf(expression) ? 0 : value;
}

/**
 * Values of all known mistakes, in the order in which they are named. A truth of 0 that stays 0 shows no mistake:
 * multiplicative mistakes do not apply to it. Where the limit is exceeded, the rarest further workings of a mistake
 * are left out, never a whole mistake.
 *
 * @param working  expression of a rule's working for the part in question; undefined where it cannot show
 */
export function candidatesOf<F, W>(
  rules: readonly MistakeRule<F, W>[],
  facts: F,
  truth: number,
  working: (own: W) => Expression | undefined,
): Candidate[] {
  const ranked = rules.flatMap((rule) => {
    const kept: { candidate: Candidate; rank: number }[] = [];
    for (const [i, one] of rule.workings(facts).entries()) {
      const written = working(one);
      if (!written) continue;
      const value = cleanValueOf(written);
      if (!Number.isFinite(value) || (isZero(truth) && isZero(value))) continue;
      if (kept.some(({ candidate }) => sameValue(candidate.value, value))) continue;
      const candidate = { id: rule.id, place: () => rule.place(facts, i), value, working: written };
      kept.push({ candidate, rank: kept.length * (rule.rarity ?? 1) });
    }
    return kept;
  });
  if (ranked.length <= MAX_CANDIDATES) return ranked.map(({ candidate }) => candidate);
  const chosen = new Set(ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MAX_CANDIDATES));
  return ranked.filter((one) => chosen.has(one)).map(({ candidate }) => candidate);
}
