import type { Event } from '../event.ts';
import type { Run } from '../round/run.ts';
import type { CatchUpRound } from './catchUpRound.ts';
import type { Session } from '../session/state.ts';

/** Class round that a run's round repeats; undefined where it repeats none. */
export function catchUpRoundOf(
  { catchUpRounds }: Pick<Session, 'catchUpRounds'>,
  { kind, round }: Pick<Run, 'kind' | 'round'>,
): CatchUpRound | undefined {
  return kind === 'own' ? catchUpRounds?.[round - 1] : undefined;
}

/** Training by the machine that the class did before the next round; undefined where done already, or none. */
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

/** Number of rounds that a run has to play; null: until the host ends the session. */
export function roundsToPlay({
  catchUpRounds,
  settings,
}: Pick<Session, 'catchUpRounds' | 'settings'>): number | null {
  return catchUpRounds ? catchUpRounds.length : settings.rounds;
}
