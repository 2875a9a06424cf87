import type { Parameters } from '../../maths/network.ts';
import type { Question } from '../../question/question.ts';
import type { ReferenceRun } from '../round/run.ts';
import type { RoundRules } from '../session/settings.ts';

/** Where weights went, and what true steps alone would have come to by then. */
export interface WeightMove {
  readonly parameters: Parameters;
  /** Mean loss over the data. */
  readonly loss: number;
  readonly reference: ReferenceRun;
}

/**
 * A round that a class has played, for somebody who was not there: the facts in which it differs from any other round.
 * Everything else (truths, sums, what is said of an answer) the referee finds as it does for everyone.
 */
export interface CatchUpRound {
  readonly rules: RoundRules;
  /** True steps by which the machine took the weights to where the round began; null: it began where the last one ended. */
  readonly leap: (WeightMove & { readonly steps: number }) | null;
  /** Of its batch, each once, in the order of its lanes. */
  readonly samples: readonly number[];
  /** What a seat of the class was asked. On the way forward there is one question a unit. */
  readonly asked: Pick<Question, 'unit' | 'edge' | 'sample' | 'given'>;
  /** Where the weights of the class went; null: they did not. */
  readonly end: WeightMove | null;
}
