import { own } from '../../own.ts';
import { ownNextStepOf } from '../session/nextStep.ts';
import { machineStepsBefore } from '../ownRuns/catchUp.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { PendingEvents } from '../session/pendingEvents.ts';
import type { PlayerId, Session } from '../session/state.ts';
import type { Sliced } from '../../slices.ts';
import { nextDiverges, nextPhase, openNext } from './sessionControl.ts';

/** Moves a self-paced run to its next phase or round; after its last round the run ends. */
export function* goOn(session: Session, player: PlayerId, id: string, at: number): Sliced<Decision> {
  const run = own(session.runs, id);
  if (!run || run.kind === 'team' || run.owner !== player) return reject('unknownRun');
  if (session.status !== 'running' || session.settings.pacing !== 'self') return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const { dueAt } = session.settings;
  if (dueAt !== null && at > dueAt) return reject('tooLate');
  if (yield* nextDiverges(session, [run])) return reject('notFinite');
  switch (ownNextStepOf(session, run)) {
    case null:
      return accept();
    case 'results':
      return accept({ type: 'runEnded', at, run: id });
    case 'machine':
      return accept(machineStepsBefore(session, run, at)!);
    case 'round': {
      const draft = new PendingEvents(session);
      yield* openNext(draft, run, at);
      return accept(...draft.events);
    }
    default:
      return accept(...(yield* nextPhase(session, run, at)));
  }
}
