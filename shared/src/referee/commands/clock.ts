import { accept, type Decision, reject } from '../decision.ts';
import type { Clocks } from '../event.ts';
import { isAnswering } from '../round/progress.ts';
import type { Run, LaneProgress } from '../round/run.ts';
import type { Session } from '../session/state.ts';

/** Commands for the clock. Clocks are deadlines; a pause moves them by its length. */

type Move = (deadline: number) => number;

/** Tells whether a run's answering phase has a deadline; a warm-up has none. */
const isTimed = (run: Run): boolean => run.kind !== 'warmUp' && isAnswering(run);

const movedTurns = ({ turn, closed }: LaneProgress, move: Move): LaneProgress => ({
  turn: turn && { ...turn, deadlineAt: move(turn.deadlineAt) },
  closed: closed.map((layer) => ({ ...layer, deadlineAt: move(layer.deadlineAt) })),
});

/** Moves every deadline that is in use. */
function moveClocks(session: Session, move: Move): Clocks {
  const runs = Object.values(session.runs);
  const answering = runs.filter(isTimed);
  const timed = runs.filter(
    (run) => isTimed(run) || (run.phase.name !== 'ended' && run.deadlines.phase !== null),
  );
  const withFinishing = runs.filter(({ finishing }) => Object.keys(finishing).length > 0);
  const { activity } = session;
  return {
    deadlines: Object.fromEntries(
      timed.map((run) => {
        const { output, hidden, phase } = run.deadlines;
        const answers = isTimed(run) ? { output: move(output), hidden: move(hidden) } : { output, hidden };
        return [run.id, { ...answers, phase: phase === null ? null : move(phase) }];
      }),
    ),
    lanes: Object.fromEntries(
      answering.map(({ id, lanes }) => [id, lanes.map((lane) => movedTurns(lane, move))]),
    ),
    finishing: Object.fromEntries(
      withFinishing.map(({ id, finishing }) => [
        id,
        Object.fromEntries(Object.entries(finishing).map(([player, own]) => [player, move(own.deadlineAt)])),
      ]),
    ),
    activity: activity && activity.deadlineAt !== null ? move(activity.deadlineAt) : null,
  };
}

const isEmpty = ({ deadlines, finishing, activity }: Clocks): boolean =>
  Object.keys(deadlines).length === 0 && Object.keys(finishing).length === 0 && activity === null;

/** Pauses a running session. */
export function pause(session: Session, at: number): Decision {
  if (session.status !== 'running') return reject('wrongPhase');
  return session.pausedAt === null ? accept({ type: 'sessionPaused', at }) : accept();
}

/** Resumes a paused session; open deadlines move by the length of the pause. */
export function resume(session: Session, at: number): Decision {
  const { pausedAt } = session;
  if (session.status !== 'running') return reject('wrongPhase');
  if (pausedAt === null) return accept();
  // Time that had already run out stays run out.
  const move: Move = (deadline) => (deadline > pausedAt ? deadline + (at - pausedAt) : deadline);
  return accept({ type: 'sessionResumed', at, ...moveClocks(session, move) });
}

/** Adds `ms` to every deadline; one that has passed counts as now. */
export function addTime(session: Session, ms: number, at: number): Decision {
  const clocks = moveClocks(session, (deadline) => Math.max(deadline, session.pausedAt ?? at) + ms);
  return isEmpty(clocks) ? reject('wrongPhase') : accept({ type: 'deadlinesMoved', at, ...clocks });
}

/** Moves deadlines that were open before the server was away, by `awayMs`; a paused session stays as it is. */
export function reopen(session: Session, awayMs: number, at: number): Decision {
  const lastSeen = at - awayMs;
  if (session.pausedAt !== null) return accept();
  const clocks = moveClocks(session, (deadline) => (deadline > lastSeen ? deadline + awayMs : deadline));
  return isEmpty(clocks) ? accept() : accept({ type: 'deadlinesMoved', at, ...clocks });
}
