import type { Parameters } from '../../maths/network.ts';
import type { Question } from '../../question/question.ts';
import type { ReferenceRun } from '../round/run.ts';
import type { RoundRules } from '../session/settings.ts';

/** New parameters of a run, with those of its reference run. */
export interface WeightMove {
  readonly parameters: Parameters;
  /** Mean loss over the data with the new parameters. */
  readonly loss: number;
  readonly reference: ReferenceRun;
}

/** New parameters after steps of the machine. */
export interface MachineMove extends WeightMove {
  readonly steps: number;
  /** The network rounded its weights up to here. These steps did not, and neither do later ones or rounds. */
  readonly unrounded?: true;
}

/**
 * A round that a class has played, to be repeated by an absent player: the facts that distinguish it from any other
 * round. The referee computes everything else (truths, sums, verdicts) as usual.
 */
export interface CatchUpRound {
  readonly rules: RoundRules;
  /** Training by the machine before the round; null: there was none. */
  readonly leap: MachineMove | null;
  /** Samples of the batch, each once, in the order of the lanes; indices into the data. */
  readonly samples: readonly number[];
  /** Question of one seat of the class. A forward question has one subject for each unit. */
  readonly asked: Pick<Question, 'unit' | 'edge' | 'sample' | 'given'>;
  /** Weights of the class after the round; null: they did not move. */
  readonly end: WeightMove | null;
}
