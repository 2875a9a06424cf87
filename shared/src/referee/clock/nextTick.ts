import { LIMITS, type Session } from '../session/state.ts';
import type { Run } from '../round/run.ts';
import { askedOf, isAnswering } from '../round/progress.ts';
import { heldUntil, isByLayer, ownTurnOf, UNTIMED_MS } from './clock.ts';

/**
 * Time at which a tick may have an effect that it had not at `since`, where nothing else happens to the session. It may be
 * too early and is never too late; Infinity where a tick changes nothing until something else does. A tick goes by no
 * other facts than the session and these moments, so that between two of them it has the same effect.
 */
export function nextTickAt(session: Session, since: number): number {
  let next = Infinity;
  for (const moment of tickMoments(session)) if (moment >= since && moment < next) next = moment;
  return next;
}

function* tickMoments(session: Session): Generator<number> {
  const { activity, players, pausedAt, settings, status } = session;
  if (status !== 'running' || pausedAt !== null) return;
  if (settings.pacing === 'self') {
    if (settings.dueAt !== null) yield settings.dueAt;
    return;
  }
  for (const run of Object.values(session.runs)) {
    if (run.kind === 'warmUp' || (settings.pacing !== 'auto' && !isByLayer(run))) continue;
    if (run.deadlines.phase !== null) yield run.deadlines.phase;
    if (isAnswering(run)) yield* heldSeats(session, run);
  }
  for (const { leftAt } of Object.values(players)) if (leftAt !== null) yield leftAt + LIMITS.absentHoldsMs;
  if (activity && activity.deadlineAt !== null) yield activity.deadlineAt;
}

/** Times until which the others wait for a seat. */
function* heldSeats(session: Session, run: Run): Generator<number> {
  for (const seat of run.seats) {
    if (!askedOf(run, seat)) continue;
    const held = heldUntil(session, run, seat);
    if (held !== null) yield held;
  }
}

/**
 * Tells whether a deadline lies ahead at which something ends for players who are not at their own pace. Without one the
 * session is the same after any time in which nobody does anything.
 */
export function isTimeRunning(session: Session, at: number): boolean {
  if (session.status !== 'running' || session.pausedAt !== null || session.settings.pacing === 'self')
    return false;
  for (const deadline of deadlines(session)) {
    const isUntimed = deadline - at > UNTIMED_MS / 2;
    if (deadline >= at && !isUntimed) return true;
  }
  return false;
}

function* deadlines(session: Session): Generator<number> {
  const { activity, runs } = session;
  if (activity && activity.deadlineAt !== null) yield activity.deadlineAt;
  for (const run of Object.values(runs)) {
    if (run.kind === 'warmUp') continue;
    if (run.phase.name !== 'ended' && run.deadlines.phase !== null) yield run.deadlines.phase;
    for (const { deadlineAt } of Object.values(run.finishing)) yield deadlineAt;
    if (!isAnswering(run)) continue;
    for (const { turn } of run.lanes) if (turn) yield turn.deadlineAt;
    for (const seat of run.seats) {
      if (!askedOf(run, seat)) continue;
      const turn = ownTurnOf(session, run, seat);
      if (turn.state !== 'waiting') yield turn.deadlineAt;
    }
  }
}
