import { leapBefore, roundsToPlay } from '../course.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { Draft } from '../draft.ts';
import type { PlayerId, Session } from '../state.ts';
import { explodesNext, nextPhase, openNext } from './lead.ts';

/** On to the next phase of a player's own run, at its own pace; after its last round the run has ended. */
export function goOn(session: Session, player: PlayerId, id: string, at: number): Decision {
  const run = session.runs[id];
  if (run?.owner !== player) return reject('unknownRun');
  if (session.stage !== 'running' || session.settings.pacing !== 'self') return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const { dueAt } = session.settings;
  if (dueAt !== null && at > dueAt) return reject('tooLate');
  if (run.phase.name === 'ended') return accept();
  if (explodesNext(session, [run])) return reject('notFinite');
  const events = nextPhase(session, run, at);
  if (events.length > 0) return accept(...events);
  const rounds = roundsToPlay(session);
  if (rounds !== null && run.round >= rounds) return accept({ type: 'runEnded', at, run: id });
  // What the machine did in between is a sight of its own, where the weights are what is looked at.
  const leap = run.phase.name === 'update' ? leapBefore(session, run, at) : undefined;
  if (leap) return accept(leap);
  const draft = new Draft(session);
  openNext(draft, run, at);
  return accept(...draft.events);
}
