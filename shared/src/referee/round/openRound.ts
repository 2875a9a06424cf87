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

/** What a round starts from: a run between two rounds, or one that has not begun. */
export type RoundStart = Round & {
  readonly cursor: number;
  /** Who is to be seated, in arrival order. */
  readonly players: readonly Player[];
};

/** Who is to be seated in a run's next round: who is here, and has nothing to finish. */
export function membersToSeat(session: Session, run: Run, at: number): Player[] {
  const members = run.kind === 'team' ? membersOf(session, run.id) : [session.players[run.owner]!];
  return members.filter(
    (player) => keepsSeat(player, at) && !isFinishing(run, player.id, at) && !isAtTicket(session, player, at),
  );
}

/** Whether a player still fills in an exit ticket that the others have left. */
function isAtTicket({ runs }: Session, player: Player, at: number): boolean {
  const own = runs[ownRunId(player)];
  return own !== undefined && isLateTicket(own, at);
}

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
 * Opens a round: takes the next samples from the data, lets the true network find everything there is to find, deals
 * the seats and puts a question to each person.
 */
export function openRound(session: Session, start: RoundStart, at: number): Event {
  const { run, network, data, round, rules } = start;
  const { samples, cursor, taken } = start.repeats ? repeated(start, start.repeats) : dealt(session, start);
  const still = samples.map((sample): Lane => ({ ...laneOn(network, data, sample), turn: null, closed: [] }));
  const seats = askQuestions(session, start, still, taken);
  const phase = rules.asksFor === 'backward' ? 'backward' : 'forward';
  const turns = firstTurns(session, { network, rules, seats, lanes: still }, phase, at);
  return {
    type: 'roundOpened',
    at,
    run,
    round,
    rules,
    phase,
    cursor,
    lanes: still.map((lane, i) => ({ ...lane, turn: turns[i]! })),
    seats,
    deadlines: deadlinesFrom(session, start, phase, at),
  };
}

/** The deadlines of an answering phase that opens now. Where layers take turns, each has its own. */
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

/** What a round looks like before anything is asked in it. */
interface Table {
  /** Of each lane. */
  readonly samples: readonly number[];
  /** Index of the sample that comes after them. */
  readonly cursor: number;
  readonly taken: readonly TakenSeat[];
}

/** The next samples of the data, and as many seats as there are people. */
function dealt(session: Session, start: RoundStart): Table {
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

/** The batch of a class, and its player where one of the class sat. */
function repeated({ network, cursor, players }: RoundStart, { samples, asked }: CatchUpRound): Table {
  const units = seatOrder(network);
  const isAsked = (sample: number, unit: UnitRef): boolean =>
    sample === asked.sample && unit.layer === asked.unit.layer && unit.index === asked.unit.index;
  const taken = samples.flatMap((sample, lane) =>
    units.map((unit) => ({ lane, unit, player: isAsked(sample, unit) ? (players[0]?.id ?? null) : null })),
  );
  return { samples, cursor, taken };
}

function takeSeats(
  { seed, settings }: Session,
  { network, rules, players, round }: RoundStart,
  open: ReturnType<typeof seatsFor>,
): TakenSeat[] {
  const names = new Set(unitsForPeople(network, rules, round).map((unit) => unitName(network, unit)));
  const forPeople = open.filter(({ unit }) => names.has(unitName(network, unit)));
  // Who practises alone plays one round a session: without this it would be the first unit of its kind every time.
  const first =
    settings.firstSeat === 'drawn' ? Math.floor(randomAt(seed, 'first seat') * forPeople.length) : 0;
  const taken: ReadonlyMap<unknown, PlayerId> = dealSeats(network, players, forPeople, round, first);
  return open.map((seat) => ({ ...seat, player: taken.get(seat) ?? null }));
}
