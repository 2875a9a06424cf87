import type { Calculation } from '../calculation.ts';
import type { Random } from '../figures.ts';
import type { Sight } from '../sight.ts';
import { calculationOf, rightTerms, TERM_MISTAKES, type TermMistake } from './terms.ts';

/** Two different mistakes made at once. */
export interface Pair {
  readonly ids: readonly [string, string];
  /** The kinds of term that the two are made in. */
  readonly family: string;
  readonly calculation: Calculation;
}

/** Pairs that together are one known mistake. */
const ONE_MISTAKE: readonly string[] = ['sign rate-applied'];

/** Two mistakes in different terms of a set of three, or two wrong factors. */
export function pairsOfThree(s: Sight, kind: 'G' | 'delta' | 'S', random: Random): Pair[] {
  const right = rightTerms(kind === 'S' ? { ...s, slope: Number.NaN } : s, kind === 'G');
  const possible = TERM_MISTAKES.filter(
    ({ term }) => term !== (kind === 'G' ? undefined : 'input') && (kind !== 'S' || term !== 'slope'),
  );
  const pair = (one: TermMistake, other: TermMistake): Pair[] => {
    const isTwoFactors = one.term === 'times' && other.term === 'times';
    if ((one.term === other.term && !isTwoFactors) || ONE_MISTAKE.includes(`${one.id} ${other.id}`))
      return [];
    const [a, b] = [one.made(s, random), other.made(s, random)];
    if (!a || !b) return [];
    const times = [...(a.times ?? []), ...(b.times ?? [])];
    return [
      {
        ids: [one.id, other.id],
        family: `${one.term} and ${other.term}`,
        calculation: calculationOf({ ...right, ...a, ...b, times }),
      },
    ];
  };
  return possible.flatMap((one, i) => possible.slice(i + 1).flatMap((other) => pair(one, other)));
}
