import { outputLayer } from '../../maths/network.ts';
import type { Run, Seat } from '../round/run.ts';
import type { RoundRules, TimeFactor } from '../session/settings.ts';
import { LIMITS, type Player, type PlayerId, type Session } from '../session/state.ts';

/** Duration that stands for no time limit: a hundred years, as JSON has no infinity. */
export const UNTIMED_MS = 100 * 365 * 86_400_000;

/** Duration `ms` times a factor; UNTIMED_MS at most. */
export function scaledMs(ms: number, factor: TimeFactor): number {
  return factor === 'untimed' ? UNTIMED_MS : Math.min(UNTIMED_MS, ms * factor);
}

/** Tells whether a seat is at an output unit, which has the shorter time. */
function isOutputSeat(run: Pick<Run, 'network'>, { unit }: Pick<Seat, 'unit'>): boolean {
  return unit.layer === outputLayer(run.network);
}

/** Usual time for a question under the rules of a round, ms, forward or backward, at an output or a hidden unit. */
export function answeringMs(
  { settings }: Session,
  rules: RoundRules,
  phase: 'forward' | 'backward',
  isOutput: boolean,
): number {
  const ms = phase === 'forward' ? rules.forwardMs : isOutput ? rules.outputMs : rules.hiddenMs;
  return scaledMs(ms, settings.timeFactor);
}

/** Tells whether the layers answer one after the other in a run's present phase. */
export function isByLayer({ phase, rules }: Pick<Run, 'phase' | 'rules'>): boolean {
  return phase.name === 'forward' || (phase.name === 'backward' && rules.style === 'relay');
}

/** A moment to judge by: ms since the epoch, or `byEvents`, for which no deadline has passed. */
export type Moment = number | 'byEvents';

/** Tells whether a deadline has passed. */
export function isPast(deadlineAt: number, at: Moment): boolean {
  return at !== 'byEvents' && at > deadlineAt;
}

/** The turn of a seat: still to come, open for answers until the deadline, or closed. */
export type SeatTurn =
  | { readonly state: 'waiting' }
  | { readonly state: 'open'; readonly deadlineAt: number }
  /** `deadlineAt`: the deadline that the turn had. */
  | { readonly state: 'closed'; readonly deadlineAt: number };

/** Turn of a seat by the common clock, regardless of its player's extra time. */
export function publicTurnOf(run: Run, seat: Seat): SeatTurn {
  if (!isByLayer(run)) {
    const { output, hidden } = run.deadlines;
    return { state: 'open', deadlineAt: isOutputSeat(run, seat) ? output : hidden };
  }
  const { turn, closed } = run.lanes[seat.lane]!;
  if (turn?.layer === seat.unit.layer) return { state: 'open', deadlineAt: turn.deadlineAt };
  const closedLayer = closed.find(({ layer }) => layer === seat.unit.layer);
  return closedLayer ? { state: 'closed', deadlineAt: closedLayer.deadlineAt } : { state: 'waiting' };
}

/** Tells whether the turn of a seat's layer is still to come. */
export function isWaitingForTurn(run: Run, seat: Seat): boolean {
  return publicTurnOf(run, seat).state === 'waiting';
}

/** Usual time for the question of a seat in its run's present phase, ms. */
function msOf(session: Session, run: Run, seat: Seat): number {
  const phase = run.phase.name === 'forward' ? 'forward' : 'backward';
  return answeringMs(session, run.rules, phase, isOutputSeat(run, seat));
}

/** Time that the player of a seat has for its question, extra time included, ms. */
export function answerMsOf(session: Session, run: Run, seat: Seat): number {
  const factor = seat.player === null ? 1 : (session.players[seat.player]?.timeFactor ?? 1);
  return scaledMs(msOf(session, run, seat), factor);
}

/** Extra time of a seat's player beyond the usual time, ms. */
function extraMs(session: Session, run: Run, seat: Seat): number {
  return answerMsOf(session, run, seat) - msOf(session, run, seat);
}

/** Turn of a seat by its player's own clock: a layer that has closed stays open to a player with extra time. */
export function ownTurnOf(session: Session, run: Run, seat: Seat): SeatTurn {
  const turn = publicTurnOf(run, seat);
  const extra = extraMs(session, run, seat);
  return turn.state === 'waiting' || extra === 0
    ? turn
    : { state: 'open', deadlineAt: turn.deadlineAt + extra };
}

/** Tells whether answers from a seat no longer count: its layer has closed, or its player's time is up. */
export function isTimeUp(session: Session, run: Run, seat: Seat, at: Moment): boolean {
  const turn = ownTurnOf(session, run, seat);
  if (turn.state === 'waiting') return false;
  return turn.state === 'closed' || isPast(turn.deadlineAt, at);
}

/** Time until which the others wait for a seat, at most twice the usual time; null while its turn is to come. */
export function heldUntil(session: Session, run: Run, seat: Seat): number | null {
  const turn = publicTurnOf(run, seat);
  if (turn.state === 'waiting') return null;
  return turn.deadlineAt + Math.min(extraMs(session, run, seat), msOf(session, run, seat));
}

/** Tells whether a player gets a seat in a round that opens at `at`: present, or absent for less than keepSeatMs. */
export function keepsSeat(player: Player, at: number): boolean {
  return player.removal === null && (player.leftAt === null || at - player.leftAt < LIMITS.keepSeatMs);
}

/** Tells whether the others wait for a player: present, or absent for less than absentHoldsMs. */
export function isAwaited(session: Session, id: PlayerId, at: number): boolean {
  const { leftAt } = session.players[id]!;
  return leftAt === null || at - leftAt < LIMITS.absentHoldsMs;
}
