import { acceptedInterval } from '../numbers/accepted.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { Interval } from '../numbers/interval.ts';
import { candidatesOf, classesOf, type MistakeClass, type MistakeRule } from '../mistakes/rule.ts';

/** Known mistakes of a part, and which of them have the same value. */
interface Known<F> {
  readonly rules: readonly MistakeRule<F>[];
  readonly classes: readonly MistakeClass<F>[];
  /** Facts of the question. */
  readonly facts: F;
}

/**
 * Builds a number part that uses no earlier answer of the player.
 *
 * @param honest    values that honest work with the displayed numbers can reach
 * @param accepted  right values, where they do not follow from truth and honest work
 */
export function standalonePart<F>(
  truth: number,
  honest: Interval,
  { rules, classes, facts }: Known<F>,
  accepted: Interval = acceptedInterval(truth, honest),
): NumberPart {
  return {
    type: 'number',
    truth,
    honest,
    accepted,
    carried: () => undefined,
    candidates: () => candidatesOf(rules, facts, truth, (working) => working),
    alike: () => classesOf(classes, facts),
  };
}
