import { acceptedInterval } from '../numbers/accepted.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { Interval } from '../numbers/interval.ts';
import { candidatesOf, classesOf, type MistakeClass, type MistakeRule } from '../mistakes/rule.ts';

/** What the known mistakes of a part are, and which of them come to the same. */
interface Known<F> {
  readonly rules: readonly MistakeRule<F>[];
  readonly classes: readonly MistakeClass<F>[];
  /** Everything known about the question. */
  readonly facts: F;
}

/**
 * A number that stands for itself: nothing that the player has found before leads to it.
 *
 * @param honest    what honest work with the shown numbers can come to
 * @param accepted  which values are right, where that is not what follows from truth and honest work
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
