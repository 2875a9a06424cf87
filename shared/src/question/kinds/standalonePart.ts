import { acceptedInterval } from '../numbers/accepted.ts';
import type { NumberPart } from '../gradedPart.ts';
import { decimalsOf } from '../numbers/decimals.ts';
import { AS_ASKED, type Interval } from '../numbers/interval.ts';
import { candidatesOf, type MistakeRule } from '../mistakes/rule.ts';

/** Known mistakes of a part. */
interface Known<F> {
  readonly rules: readonly MistakeRule<F>[];
  /** Facts of the question. */
  readonly facts: F;
}

/**
 * Builds a number part that uses no earlier answer of the player.
 *
 * @param reach     values that the right working can reach where each step is rounded
 * @param accepted  right values, where they do not follow from truth and honest work
 */
export function standalonePart<F>(
  truth: number,
  reach: NumberPart['reach'],
  { rules, facts }: Known<F>,
  accepted?: Interval,
): NumberPart {
  const honest = reach(AS_ASKED);
  return {
    type: 'number',
    truth,
    reach,
    honest,
    accepted: accepted ?? acceptedInterval(truth, honest),
    decimals: decimalsOf(truth),
    carried: () => [],
    candidates: () => candidatesOf(rules, facts, truth, (working) => working),
  };
}
