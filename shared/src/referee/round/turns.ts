import { outputLayer } from '../../maths/network.ts';
import { answeringMs, heldUntil, isAwaited, isByLayer } from '../clock/clock.ts';
import { askedOf, isDone, wasRight } from './progress.ts';
import { haveSameInputs } from './sameInputs.ts';
import type { ClosedLayer, Lane, PhaseName, Run, Seat, Turn, LaneProgress } from './run.ts';
import type { Session } from '../session/state.ts';

/**
 * Turns of a lane's layers, where they answer one after the other: from first to last in the forward phase, from last
 * to first in a relay. A layer without players is passed at once.
 */

type Direction = Extract<PhaseName, 'forward' | 'backward'>;

/** Facts of a round that decide on turns. */
export type TurnContext = Pick<Run, 'network' | 'rules' | 'seats'>;

/** Layers with a player who is asked, in the order in which they answer. */
function layersAsked(direction: Direction, seats: readonly Seat[]): number[] {
  const layers = seats.flatMap((seat) =>
    seat.player !== null && (direction === 'forward' ? seat.forward : seat.question) ? [seat.unit.layer] : [],
  );
  const order = direction === 'forward' ? 1 : -1;
  return [...new Set(layers)].sort((a, b) => order * (a - b));
}

/**
 * Lanes with the same inputs as a lane. They hold the same secrets, so they advance together: the next layer opens
 * when the present one has closed in all of them.
 */
function lanesWithSameInputs(lanes: readonly Pick<Lane, 'pass'>[], lane: number): number[] {
  return [...lanes.keys()].filter((other) => haveSameInputs(lanes[other]!, lanes[lane]!));
}

/** Turn that follows the closed layers; null where all have closed. */
function nextTurn(
  session: Session,
  { network, rules, seats }: TurnContext,
  direction: Direction,
  sameInputs: readonly number[],
  closed: readonly Pick<ClosedLayer, 'layer'>[],
  at: number,
): Turn | null {
  const seatsOfInputs = seats.filter(({ lane }) => sameInputs.includes(lane));
  const layer = layersAsked(direction, seatsOfInputs).find(
    (one) => !closed.some((done) => done.layer === one),
  );
  if (layer === undefined) return null;
  const ms = answeringMs(session, rules, direction, layer === outputLayer(network));
  return { layer, since: at, deadlineAt: at + ms };
}

/** First turn of every lane in a phase that opens; null where all layers answer at once. */
export function firstTurns(
  session: Session,
  run: TurnContext & { readonly lanes: readonly Pick<Lane, 'pass'>[] },
  direction: Direction,
  at: number,
): (Turn | null)[] {
  const byLayer = direction === 'forward' || run.rules.style === 'relay';
  return run.lanes.map((_, lane) =>
    byLayer ? nextTurn(session, run, direction, lanesWithSameInputs(run.lanes, lane), [], at) : null,
  );
}

/** Seats of players who are asked in a layer of the given lanes. */
function seatsInTurn(run: Run, lanes: readonly number[], layer: number): Seat[] {
  return run.seats.filter(
    (seat) => lanes.includes(seat.lane) && seat.unit.layer === layer && askedOf(run, seat) !== null,
  );
}

/** Players asked in the layer whose turn it is in a lane, over all lanes with the same inputs, and those who are done. */
export function turnCounts(run: Run, lane: number, { layer }: Turn): { ready: number; asked: number } {
  const seats = seatsInTurn(run, lanesWithSameInputs(run.lanes, lane), layer);
  return { ready: seats.filter((seat) => isDone(run, seat)).length, asked: seats.length };
}

/** Closes a layer of a lane and counts the seats whose answers were not right. */
function closedLayer(run: Run, lane: number, { layer, deadlineAt }: Turn): ClosedLayer {
  const seats = seatsInTurn(run, [lane], layer);
  return { layer, corrected: seats.filter((seat) => !wasRight(run, seat)).length, deadlineAt };
}

/** Tells whether a layer's turn is over: each of its players is done, out of time or absent. */
function isTurnOver(
  session: Session,
  run: Run,
  sameInputs: readonly number[],
  { layer }: Turn,
  at: number,
): boolean {
  return seatsInTurn(run, sameInputs, layer).every((seat) => {
    const held = heldUntil(session, run, seat);
    const isHeld = held === null || at <= held;
    return isDone(run, seat) || !isHeld || !isAwaited(session, seat.player!, at);
  });
}

/**
 * Closes every layer whose turn is over at `at` and opens the next one.
 *
 * @returns the progress of every lane after that; undefined where nothing has changed
 */
export function advanceTurns(session: Session, run: Run, at: number): LaneProgress[] | undefined {
  if (!isByLayer(run)) return undefined;
  const direction = run.phase.name === 'forward' ? 'forward' : 'backward';
  let hasChanged = false;
  const lanes = run.lanes.map((lane, i): LaneProgress => {
    const { turn, closed } = lane;
    const sameInputs = lanesWithSameInputs(run.lanes, i);
    if (!turn || !isTurnOver(session, run, sameInputs, turn, at)) return { turn, closed };
    hasChanged = true;
    const now = [...closed, closedLayer(run, i, turn)];
    return { closed: now, turn: nextTurn(session, run, direction, sameInputs, now, at) };
  });
  return hasChanged ? lanes : undefined;
}
