import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import type { Network, Sample } from '../../maths/network.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import { askQuestions, type Round } from './askQuestions.ts';
import { answeringMs, keepsSeat } from '../clock/clock.ts';
import type { CatchUpRound } from '../ownRuns/catchUpRound.ts';
import type { Event } from '../event.ts';
import { randomAt } from '../random.ts';
import { batchLimit } from '../session/rules.ts';
import type { Lane, Run } from './run.ts';
import { dealSeats, seatOrder, seatsFor, type TakenSeat, unitsForPeople } from '../teams/seating.ts';
import type { Player, PlayerId, Session } from '../session/state.ts';
import { firstTurns } from './turns.ts';
import { membersOf, ownRunId } from '../teams/teams.ts';
import { isFinishing, isLateTicket } from './finishing.ts';
import type { Sliced } from '../../slices.ts';

/** Facts that a round is opened from. */
export type RoundStart = Round & {
  readonly cursor: number;
  /** Players to be seated, in arrival order. */
  readonly players: readonly Player[];
};

/** Players to be seated in a run's next round: those present who have nothing to finish. */
export function membersToSeat(session: Session, run: Run, at: number): Player[] {
  const members = run.kind === 'team' ? membersOf(session, run.id) : [session.players[run.owner]!];
  return members.filter(
    (player) => keepsSeat(player, at) && !isFinishing(run, player.id, at) && !isAtTicket(session, player, at),
  );
}

/** Tells whether a player still fills in an exit ticket that has been closed. */
function isAtTicket({ runs }: Session, player: Player, at: number): boolean {
  const own = runs[ownRunId(player)];
  return own !== undefined && isLateTicket(own, at);
}

/** Lane of a sample, with its forward and backward pass. */
export function laneOn(
  network: Network,
  data: readonly Sample[],
  sample: number,
): Omit<Lane, 'turn' | 'closed'> {
  const { x, t } = data[sample]!;
  const pass = forward(network, x);
  return { sample, pass, truth: backward(network, pass, t) };
}

/**
 * Opens a round: takes the next samples from the data, computes their true forward and backward passes, deals the
 * seats and asks each player a question.
 */
export function* openRound(session: Session, start: RoundStart, at: number): Sliced<Event> {
  const { run, network, data, round, rules } = start;
  const { samples, cursor, taken } = start.repeats ? repeated(start, start.repeats) : dealt(session, start);
  const lanes: Lane[] = [];
  for (const sample of samples) {
    lanes.push({ ...laneOn(network, data, sample), turn: null, closed: [] });
    yield;
  }
  const seats = yield* askQuestions(session, start, lanes, taken);
  const phase = rules.asksFor === 'backward' ? 'backward' : 'forward';
  const turns = firstTurns(session, { network, rules, seats, lanes }, phase, at);
  return {
    type: 'roundOpened',
    at,
    run,
    round,
    rules,
    phase,
    cursor,
    lanes: lanes.map((lane, i) => ({ ...lane, turn: turns[i]! })),
    seats,
    deadlines: deadlinesFrom(session, start, phase, at),
  };
}

/** Deadlines of an answering phase that opens now. Where layers take turns, each turn has its own instead. */
export function deadlinesFrom(
  session: Session,
  { rules, kind }: Pick<RoundStart, 'rules' | 'kind'>,
  phase: 'forward' | 'backward',
  at: number,
) {
  const output = at + answeringMs(session, rules, phase, true);
  const hidden = at + answeringMs(session, rules, phase, false);
  const isByClock = session.settings.pacing === 'auto' && kind === 'team';
  const isForAll = phase === 'backward' && rules.style === 'parallel';
  return { output, hidden, phase: isByClock && isForAll ? Math.max(output, hidden) : null };
}

/** Samples and seats of a round before questions are asked. */
interface DealtRound {
  /** Sample of each lane, as an index into the data. */
  readonly samples: readonly number[];
  /** Index of the first sample of the next round. */
  readonly cursor: number;
  readonly taken: readonly TakenSeat[];
}

/** Deals the next samples of the data, and seats for all players. */
function dealt(session: Session, start: RoundStart): DealtRound {
  const { network, data, round, rules, cursor } = start;
  const open = seatsFor(network, start.players.length, data, rules, round);
  const count = open.at(-1)!.lane + 1;
  const batch = Math.min(count, batchLimit(rules, data));
  return {
    samples: Array.from({ length: count }, (_, lane) => (cursor + (lane % batch)) % data.length),
    // A round that does not train leaves its samples to the next one.
    cursor: rules.trains ? (cursor + batch) % data.length : cursor,
    taken: takeSeats(session, start, open),
  };
}

/** Repeats a class round: its samples, with the player at the seat whose question is repeated. */
function repeated({ network, cursor, players }: RoundStart, { samples, asked }: CatchUpRound): DealtRound {
  const units = seatOrder(network);
  const isAsked = (sample: number, unit: UnitRef): boolean =>
    sample === asked.sample && unit.layer === asked.unit.layer && unit.index === asked.unit.index;
  const taken = samples.flatMap((sample, lane) =>
    units.map((unit) => ({ lane, unit, player: isAsked(sample, unit) ? (players[0]?.id ?? null) : null })),
  );
  return { samples, cursor, taken };
}

/** Seat of the first player in the first round, as a session's seed draws it, by its index among `seats`. */
export function drawnFirstSeat(seed: number, seats: number): number {
  return Math.floor(randomAt(seed, 'first seat') * seats);
}

function takeSeats(
  { seed, settings }: Session,
  { network, rules, players, round }: RoundStart,
  open: ReturnType<typeof seatsFor>,
): TakenSeat[] {
  const names = new Set(unitsForPeople(network, rules, round).map((unit) => unitName(network, unit)));
  const forPeople = open.filter(({ unit }) => names.has(unitName(network, unit)));
  // Practice sessions have one round each: without a draw the player would sit at the same unit every time.
  const first = settings.firstSeat === 'drawn' ? drawnFirstSeat(seed, forPeople.length) : 0;
  const taken: ReadonlyMap<unknown, PlayerId> = dealSeats(network, players, forPeople, round, first);
  return open.map((seat) => ({ ...seat, player: taken.get(seat) ?? null }));
}
