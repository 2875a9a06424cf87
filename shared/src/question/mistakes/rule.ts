import { isZero } from '../numbers/accepted.ts';
import { type Expression, valueOf } from '../numbers/expression.ts';
import type { AlikePair, Candidate } from '../gradedPart.ts';
import type { Occurrence } from './entry.ts';
import type { MistakeId } from './mistakes.ts';

/** So many values of mistakes are looked at for one question. */
export const MAX_CANDIDATES = 40;

/** One mistake as it is made in one part. */
export interface MistakeRule<F, W = Expression> extends Occurrence<F, W> {
  readonly id: MistakeId;
}

/** Two mistakes that come to the same by algebra, or one that changes nothing. */
export interface MistakeClass<F> {
  /** In the order in which they are named. */
  readonly ids: AlikePair;
  /** For which questions they are the same. */
  readonly when: (facts: F) => boolean;
}

const sameValue = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.abs(b);

/**
 * Every value that known mistakes come to, in the order in which they are named. Where a truth of 0 stays 0 nothing
 * went wrong: multiplicative mistakes do not apply to it. Of a mistake that can be made in many ways the rarest
 * ways are the ones that a limit leaves out, never a whole mistake.
 *
 * @param working  what a working of a rule comes to for the part in question; undefined where it cannot show
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
      const value = valueOf(written);
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

/** The classes that hold for a question. */
export function classesOf<F>(classes: readonly MistakeClass<F>[], facts: F): AlikePair[] {
  return classes.filter(({ when }) => when(facts)).map(({ ids }) => ids);
}
