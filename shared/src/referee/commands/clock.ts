import { accept, type Decision, reject } from '../decision.ts';
import type { Deadlines, Run, RunId, Session } from '../state.ts';

/** Pausing, resuming and giving more time. Clocks are deadlines; a pause moves them by as long as it lasted. */

/** The deadlines of every run on which a clock runs, moved. */
function moveDeadlines(session: Session, move: (deadline: number) => number): Record<RunId, Deadlines> {
  const timed = Object.values(session.runs).filter(
    ({ phase, deadlines }) =>
      phase.name === 'backward' || (phase.name !== 'ended' && deadlines.phase !== null),
  );
  return Object.fromEntries(
    timed.map(({ id, deadlines, phase }: Run) => [
      id,
      {
        output: phase.name === 'backward' ? move(deadlines.output) : deadlines.output,
        hidden: phase.name === 'backward' ? move(deadlines.hidden) : deadlines.hidden,
        phase: deadlines.phase === null ? null : move(deadlines.phase),
      },
    ]),
  );
}

export function pause(session: Session, at: number): Decision {
  if (session.stage !== 'running') return reject('wrongPhase');
  return session.pausedAt === null ? accept({ type: 'sessionPaused', at }) : accept();
}

export function resume(session: Session, at: number): Decision {
  const { pausedAt } = session;
  if (session.stage !== 'running') return reject('wrongPhase');
  if (pausedAt === null) return accept();
  // Time that had already run out stays run out.
  const move = (deadline: number): number => (deadline > pausedAt ? deadline + (at - pausedAt) : deadline);
  return accept({ type: 'sessionResumed', at, deadlines: moveDeadlines(session, move) });
}

/** More time counts from now where the time was already up. */
export function addTime(session: Session, ms: number, at: number): Decision {
  const deadlines = moveDeadlines(session, (deadline) => Math.max(deadline, session.pausedAt ?? at) + ms);
  if (Object.keys(deadlines).length === 0) return reject('wrongPhase');
  return accept({ type: 'deadlinesMoved', at, deadlines });
}

/** The server was away for `awayMs`: deadlines that were still open move on, whoever was paused stays paused. */
export function reopen(session: Session, awayMs: number, at: number): Decision {
  const lastSeen = at - awayMs;
  const move = (deadline: number): number => (deadline > lastSeen ? deadline + awayMs : deadline);
  const deadlines = session.pausedAt === null ? moveDeadlines(session, move) : {};
  return Object.keys(deadlines).length === 0 ? accept() : accept({ type: 'deadlinesMoved', at, deadlines });
}
