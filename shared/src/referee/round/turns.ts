import { outputLayer } from '../../maths/network.ts';
import { answeringMs, heldUntil, isAwaited, isByLayer } from '../clock/clock.ts';
import { askedOf, isDone, wasRight } from './progress.ts';
import type { ClosedLayer, Lane, PhaseName, Run, Seat, Turn, LaneProgress } from './run.ts';
import type { Session } from '../session/state.ts';

/**
 * The way of a lane through its layers, where they answer one after the other: from the first to the last on the way
 * forward, from the last to the first in a relay. A layer without people is passed at once.
 */

type Direction = Extract<PhaseName, 'forward' | 'backward'>;

/** What of a round decides whose turn it is. */
export type TurnContext = Pick<Run, 'network' | 'rules' | 'seats'>;

/** Layers with somebody who is asked, in the order in which they answer. */
function layersAsked(way: Direction, seats: readonly Seat[]): number[] {
  const layers = seats.flatMap((seat) =>
    seat.player !== null && (way === 'forward' ? seat.forward : seat.question) ? [seat.unit.layer] : [],
  );
  const order = way === 'forward' ? 1 : -1;
  return [...new Set(layers)].sort((a, b) => order * (a - b));
}

/**
 * Lanes that carry the same sample hold the same secrets, so they travel together: the layer of one opens when that of
 * all has closed.
 */
function lanesWithSameSample(lanes: readonly Pick<Lane, 'sample'>[], lane: number): number[] {
  return [...lanes.keys()].filter((other) => lanes[other]!.sample === lanes[lane]!.sample);
}

/** The turn that follows the layers that have closed; null where all have. */
function nextTurn(
  session: Session,
  { network, rules, seats }: TurnContext,
  way: Direction,
  convoy: readonly number[],
  closed: readonly Pick<ClosedLayer, 'layer'>[],
  at: number,
): Turn | null {
  const inConvoy = seats.filter(({ lane }) => convoy.includes(lane));
  const layer = layersAsked(way, inConvoy).find((one) => !closed.some((done) => done.layer === one));
  if (layer === undefined) return null;
  const ms = answeringMs(session, rules, way, layer === outputLayer(network));
  return { layer, since: at, deadlineAt: at + ms };
}

/** Where a phase opens: the first turn of every lane; none where everybody answers at once. */
export function firstTurns(
  session: Session,
  run: TurnContext & { readonly lanes: readonly Pick<Lane, 'sample'>[] },
  way: Direction,
  at: number,
): (Turn | null)[] {
  const byLayer = way === 'forward' || run.rules.style === 'relay';
  return run.lanes.map((_, lane) =>
    byLayer ? nextTurn(session, run, way, lanesWithSameSample(run.lanes, lane), [], at) : null,
  );
}

/** Seats of people that a layer of some lanes waits for or has waited for. */
function seatsInTurn(run: Run, convoy: readonly number[], layer: number): Seat[] {
  return run.seats.filter(
    (seat) => convoy.includes(seat.lane) && seat.unit.layer === layer && askedOf(run, seat) !== null,
  );
}

/** A layer as it closes: how many of its people's parcels have to be put right. */
function closedLayer(run: Run, lane: number, { layer, deadlineAt }: Turn): ClosedLayer {
  const seats = seatsInTurn(run, [lane], layer);
  return { layer, corrected: seats.filter((seat) => !wasRight(run, seat)).length, deadlineAt };
}

/** Whether nobody is waited for any more in a layer whose turn it is: all are done or away, or the time is up. */
function isTurnOver(
  session: Session,
  run: Run,
  convoy: readonly number[],
  { layer }: Turn,
  at: number,
): boolean {
  return seatsInTurn(run, convoy, layer).every((seat) => {
    const held = heldUntil(session, run, seat);
    const isHeld = held === null || at <= held;
    return isDone(run, seat) || !isHeld || !isAwaited(session, seat.player!, at);
  });
}

/**
 * Closes every layer whose turn is over at `at` and opens the next one.
 *
 * @returns how far every lane is then; undefined where nothing has changed
 */
export function advanceTurns(session: Session, run: Run, at: number): LaneProgress[] | undefined {
  if (!isByLayer(run)) return undefined;
  const way = run.phase.name === 'forward' ? 'forward' : 'backward';
  let hasChanged = false;
  const lanes = run.lanes.map((lane, i): LaneProgress => {
    const { turn, closed } = lane;
    const convoy = lanesWithSameSample(run.lanes, i);
    if (!turn || !isTurnOver(session, run, convoy, turn, at)) return { turn, closed };
    hasChanged = true;
    const now = [...closed, closedLayer(run, i, turn)];
    return { closed: now, turn: nextTurn(session, run, way, convoy, now, at) };
  });
  return hasChanged ? lanes : undefined;
}
