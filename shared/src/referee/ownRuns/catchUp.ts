import type { Question } from '../../question/question.ts';
import type { Event, ReferenceRun } from '../event.ts';
import type { Run } from '../round/run.ts';
import type { RoundRules } from '../session/settings.ts';
import type { Session } from '../session/state.ts';
import type { Parameters } from '../../maths/network.ts';

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

/** The round of a class that a run is in; undefined where it repeats none. */
export function catchUpRoundOf(
  { catchUpRounds }: Pick<Session, 'catchUpRounds'>,
  { kind, round }: Pick<Run, 'kind' | 'round'>,
): CatchUpRound | undefined {
  return kind === 'own' ? catchUpRounds?.[round - 1] : undefined;
}

/** What the machine did in the class before the next round; undefined where it is done, or there was nothing. */
export function machineStepsBefore(
  { catchUpRounds }: Pick<Session, 'catchUpRounds'>,
  run: Run,
  at: number,
): Extract<Event, { type: 'machineTrained' }> | undefined {
  const leap = run.kind === 'own' ? catchUpRounds?.[run.round]?.leap : null;
  if (!leap) return undefined;
  const steps = catchUpRounds!
    .slice(0, run.round + 1)
    .reduce((sum, round) => sum + (round.leap?.steps ?? 0), 0);
  const taken = run.movedBy.reduce((sum, moved) => sum + (moved.type === 'machine' ? moved.steps : 0), 0);
  if (taken >= steps) return undefined;
  return { type: 'machineTrained', at, run: run.id, cursor: run.cursor, ...leap };
}

/** Rounds that a run has to play; null: as many as its host says. */
export function roundsToPlay({
  catchUpRounds,
  settings,
}: Pick<Session, 'catchUpRounds' | 'settings'>): number | null {
  return catchUpRounds ? catchUpRounds.length : settings.rounds;
}
