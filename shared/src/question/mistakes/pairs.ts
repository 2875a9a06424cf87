import type { Candidate, CandidatePair } from '../gradedPart.ts';
import { type Expression, valueOf } from '../numbers/expression.ts';
import type { MistakeRule } from './rule.ts';

/** A working as what it changes in the right one; one with a `whole`, or of one part `only`, goes with no other. */
interface Changes {
  readonly whole?: Expression;
  readonly only?: string;
  readonly alternative?: unknown;
}

/** A single mistake that can be made together with another. */
interface Single<W> {
  readonly changes: W;
  /** Terms of the right working that it changes. */
  readonly changed: readonly string[];
  readonly candidate: Candidate;
}

function singlesOf<F, W extends Changes>(
  rules: readonly MistakeRule<F, W>[],
  facts: F,
  write: (working: W) => Expression | undefined,
): Single<W>[] {
  return rules.flatMap((rule) =>
    rule.workings(facts).flatMap((working, i): Single<W>[] => {
      const { alternative: _, ...changes } = working;
      if (changes.only !== undefined || changes.whole !== undefined) return [];
      const expression = write(working);
      if (!expression) return [];
      const value = valueOf(expression);
      const candidate = { id: rule.id, value, place: () => rule.place(facts, i), working: expression };
      return [{ changes: changes as W, changed: Object.keys(changes), candidate }];
    }),
  );
}

/** Tells whether two mistakes can be made at once: they are two, and of different terms. */
function canCombine<W>(one: Single<W>, other: Single<W>): boolean {
  return one.candidate.id !== other.candidate.id && !one.changed.some((term) => other.changed.includes(term));
}

/**
 * Values of two known mistakes at once, of different terms.
 *
 * @param write  expression of a working for the part in question; undefined where it cannot show
 */
export function pairsOf<F, W extends Changes>(
  rules: readonly MistakeRule<F, W>[],
  facts: F,
  write: (working: W) => Expression | undefined,
): CandidatePair[] {
  const singles = singlesOf(rules, facts, write);
  const pairs: CandidatePair[] = [];
  for (const [i, one] of singles.entries()) {
    for (const other of singles.slice(i + 1)) {
      const working = canCombine(one, other) && write({ ...one.changes, ...other.changes });
      if (working) pairs.push({ of: [one.candidate, other.candidate], value: valueOf(working), working });
    }
  }
  return pairs;
}
