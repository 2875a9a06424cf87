import { outputLayer } from '../../maths/network.ts';
import type { Run, Seat } from '../round/run.ts';
import type { RoundRules, TimeFactor } from '../session/settings.ts';
import { LIMITS, type Player, type PlayerId, type Session } from '../session/state.ts';

/** No clock: a hundred years, since a log is JSON and knows no infinity. */
export const UNTIMED_MS = 100 * 365 * 86_400_000;

/** `ms` as long as the factor says. */
export function scaledMs(ms: number, factor: TimeFactor): number {
  return factor === 'untimed' ? UNTIMED_MS : Math.min(UNTIMED_MS, ms * factor);
}

/** Whether a seat is at an output, which has the shorter time. */
function isOutputSeat(run: Pick<Run, 'network'>, { unit }: Pick<Seat, 'unit'>): boolean {
  return unit.layer === outputLayer(run.network);
}

/** Time that everyone has for a question of this round, forward or back, at an output or a hidden unit. */
export function answeringMs(
  { settings }: Session,
  rules: RoundRules,
  phase: 'forward' | 'backward',
  isOutput: boolean,
): number {
  const ms = phase === 'forward' ? rules.forwardMs : isOutput ? rules.outputMs : rules.hiddenMs;
  return scaledMs(ms, settings.timeFactor);
}

/** Whether the layers of a run's phase answer one after the other. */
export function isByLayer({ phase, rules }: Pick<Run, 'phase' | 'rules'>): boolean {
  return phase.name === 'forward' || (phase.name === 'backward' && rules.style === 'relay');
}

/** A moment to judge by: one on the clock, or `byEvents`, where only what has happened counts and no clock has run out. */
export type Moment = number | 'byEvents';

/** Whether a deadline has passed. */
export function isPast(deadlineAt: number, at: Moment): boolean {
  return at !== 'byEvents' && at > deadlineAt;
}

/** The turn of a seat: its layer's is still to come, answers from it count until the deadline, or its layer has closed. */
export type SeatTurn =
  | { readonly state: 'waiting' }
  | { readonly state: 'open'; readonly deadlineAt: number }
  /** `deadlineAt`: until when the turn would have lasted. */
  | { readonly state: 'closed'; readonly deadlineAt: number };

/** The turn of a seat as it is for everyone, whatever time its player has. */
export function publicTurnOf(run: Run, seat: Seat): SeatTurn {
  if (!isByLayer(run)) {
    const { output, hidden } = run.deadlines;
    return { state: 'open', deadlineAt: isOutputSeat(run, seat) ? output : hidden };
  }
  const { turn, closed } = run.lanes[seat.lane]!;
  if (turn?.layer === seat.unit.layer) return { state: 'open', deadlineAt: turn.deadlineAt };
  const over = closed.find(({ layer }) => layer === seat.unit.layer);
  return over ? { state: 'closed', deadlineAt: over.deadlineAt } : { state: 'waiting' };
}

/** Whether the turn of a seat's layer is still to come. */
export function isWaitingForTurn(run: Run, seat: Seat): boolean {
  return publicTurnOf(run, seat).state === 'waiting';
}

/** Time for the question of a seat in its run's present phase. */
function msOf(session: Session, run: Run, seat: Seat): number {
  const phase = run.phase.name === 'forward' ? 'forward' : 'backward';
  return answeringMs(session, run.rules, phase, isOutputSeat(run, seat));
}

/** Time that the player of a seat has for its question. */
export function answerMsOf(session: Session, run: Run, seat: Seat): number {
  const factor = seat.player === null ? 1 : (session.players[seat.player]?.timeFactor ?? 1);
  return scaledMs(msOf(session, run, seat), factor);
}

/** What a player has more than everyone. */
function extraMs(session: Session, run: Run, seat: Seat): number {
  return answerMsOf(session, run, seat) - msOf(session, run, seat);
}

/** The turn of a seat as it is for its player. A layer that has closed stays open to a player who has more time. */
export function ownTurnOf(session: Session, run: Run, seat: Seat): SeatTurn {
  const turn = publicTurnOf(run, seat);
  const extra = extraMs(session, run, seat);
  return turn.state === 'waiting' || extra === 0
    ? turn
    : { state: 'open', deadlineAt: turn.deadlineAt + extra };
}

/** Whether answers from a seat count no longer: its layer has closed, or its player's time is up. */
export function isTimeUp(session: Session, run: Run, seat: Seat, at: Moment): boolean {
  const turn = ownTurnOf(session, run, seat);
  if (turn.state === 'waiting') return false;
  return turn.state === 'closed' || isPast(turn.deadlineAt, at);
}

/** Until when the others wait for a seat: at most twice the time, whatever its player has; null: its turn is to come. */
export function heldUntil(session: Session, run: Run, seat: Seat): number | null {
  const turn = publicTurnOf(run, seat);
  if (turn.state === 'waiting') return null;
  return turn.deadlineAt + Math.min(extraMs(session, run, seat), msOf(session, run, seat));
}

/** A player has a seat while it is here, and for a while after its link broke. */
export function keepsSeat(player: Player, at: number): boolean {
  return player.removal === null && (player.leftAt === null || at - player.leftAt < LIMITS.keepSeatMs);
}

/** Whether the others wait for a player: not for one whose link has been broken for some time. */
export function isAwaited(session: Session, id: PlayerId, at: number): boolean {
  const { leftAt } = session.players[id]!;
  return leftAt === null || at - leftAt < LIMITS.absentHoldsMs;
}
