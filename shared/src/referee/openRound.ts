import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import type { Network } from '../maths/network.ts';
import { outputLayer } from '../maths/network.ts';
import { unitName } from '../maths/unit.ts';
import { contribution } from '../question/facts.ts';
import { inseparableMistakes } from '../question/mistakes.ts';
import { pickQuestion } from '../question/pick.ts';
import type { Event } from './event.ts';
import { randomAt } from './random.ts';
import { byArrival, keepsSeat, type OpenSeat, seatsFor, unitsForPeople } from './seating.ts';
import type { Lane, PlayerId, Seat, Session } from './state.ts';

/** What a round starts from: a run between two rounds, or one that has not begun. */
export interface RoundStart {
  readonly run: string;
  readonly network: Network;
  readonly cursor: number;
  /** Number of the round to open. */
  readonly round: number;
  /** Members of the team, in arrival order. */
  readonly players: readonly PlayerId[];
}

/** Who is to be seated in a run's next round. */
export function membersToSeat(session: Session, run: string, at: number): PlayerId[] {
  return byArrival(session)
    .filter((player) => player.run === run && keepsSeat(player, at))
    .map(({ id }) => id);
}

/**
 * Opens a round: takes the next samples from the data, one a lane, lets the true network find everything there is to
 * find, deals the seats and puts a question to each person.
 */
export function openRound(session: Session, start: RoundStart, at: number): Event {
  const { run, network, round } = start;
  const open = seatsFor(network, start.players.length, session.data.length, session.settings.seat);
  const count = open.at(-1)!.lane + 1;
  const lanes = Array.from({ length: count }, (_, lane): Lane => {
    const sample = (start.cursor + lane) % session.data.length;
    const { x, t } = session.data[sample]!;
    const pass = forward(network, x);
    return { sample, pass, truth: backward(network, pass, t) };
  });
  const [output, hidden] = [at + session.settings.outputMs, at + session.settings.hiddenMs];
  const seats = askQuestions(session, start, lanes, dealSeats(session, start, open));
  return {
    type: 'roundOpened',
    at,
    run,
    round,
    cursor: (start.cursor + count) % session.data.length,
    lanes,
    seats,
    deadlines: {
      output,
      hidden,
      phase: session.settings.pacing === 'auto' ? Math.max(output, hidden) : null,
    },
  };
}

/** Everyone moves on by one seat a round, among those for people. Seats that are left are the machine's. */
function dealSeats(
  { seed, settings }: Session,
  { network, players, round }: RoundStart,
  open: readonly OpenSeat[],
): (OpenSeat & { player: PlayerId | null })[] {
  const kind = settings.seat ?? 'any';
  const names = new Set(unitsForPeople(network, kind).map((unit) => unitName(network, unit)));
  const forPeople = open.filter(({ unit }) => names.has(unitName(network, unit)));
  // Who practises alone plays one round a session: without this it would be the first unit of its kind every time.
  const first = kind === 'any' ? 0 : Math.floor(randomAt(seed, 'first seat') * forPeople.length);
  const taken = new Map(
    players.map((player, i) => [forPeople[(first + i + round - 1) % forPeople.length], player]),
  );
  return open.map((seat) => ({ ...seat, player: taken.get(seat) ?? null }));
}

/** One weight a seat; never the same weight for the same sample twice in a team. */
function askQuestions(
  session: Session,
  { run, network, round }: RoundStart,
  lanes: readonly Lane[],
  seats: readonly (OpenSeat & { player: PlayerId | null })[],
): Seat[] {
  const asked = new Map<string, Set<number>>();
  return seats.map(({ lane, unit, player }): Seat => {
    const machine: Seat = { lane, unit, player, question: null, truth: null, inseparable: [] };
    if (player === null) return machine;
    const { sample, pass, truth } = lanes[lane]!;
    const name = unitName(network, unit);
    const key = `${sample}/${name}`;
    const taken = asked.get(key) ?? new Set<number>();
    const priority = (from: number): number =>
      randomAt(session.seed, `${run}/${round}/${lane}/${name}/${from}`);
    const facts = pickQuestion(network, pass, truth, unit, taken, priority);
    if (!facts) throw new RangeError(`more lanes than weights to ask about at ${name}`);
    asked.set(key, new Set([...taken, facts.edge.from]));
    const asks = contribution(facts, sample);
    return { ...machine, ...asks, inseparable: inseparableMistakes(facts, 'G') };
  });
}

/** Whether a seat is at an output, which has the shorter time. */
export function isOutputSeat(network: Network, seat: Seat): boolean {
  return seat.unit.layer === outputLayer(network);
}
