import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import type { Network, Parameters } from '../maths/network.ts';
import { outputLayer } from '../maths/network.ts';
import { unitName } from '../maths/unit.ts';
import { hiddenMistakes, moduleOf } from '../question/kinds.ts';
import { pickQuestion, subjectName } from '../question/pick.ts';
import type { Situation } from '../question/situation.ts';
import type { Event } from './event.ts';
import { randomAt } from './random.ts';
import { byArrival, keepsSeat, type OpenSeat, seatsFor, subjectsFor, unitsForPeople } from './seating.ts';
import type { Lane, PlayerId, Seat, Session } from './state.ts';

/** What a round starts from: a run between two rounds, or one that has not begun. */
export interface RoundStart {
  readonly run: string;
  readonly network: Network;
  readonly cursor: number;
  /** Number of the round to open. */
  readonly round: number;
  /** Mean gradient of the round before. */
  readonly before: Parameters | null;
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
  const open = seatsFor(network, start.players.length, session.data.length, session.settings, round);
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
  const names = new Set(unitsForPeople(network, settings, round).map((unit) => unitName(network, unit)));
  const forPeople = open.filter(({ unit }) => names.has(unitName(network, unit)));
  // Who practises alone plays one round a session: without this it would be the first unit of its kind every time.
  const first = settings.seat === undefined ? 0 : Math.floor(randomAt(seed, 'first seat') * forPeople.length);
  const taken = new Map(
    players.map((player, i) => [forPeople[(first + i + round - 1) % forPeople.length], player]),
  );
  return open.map((seat) => ({ ...seat, player: taken.get(seat) ?? null }));
}

/** One question a seat; never the same about the same sample twice in a team. */
function askQuestions(
  session: Session,
  { run, network, round, before }: RoundStart,
  lanes: readonly Lane[],
  seats: readonly (OpenSeat & { player: PlayerId | null })[],
): Seat[] {
  const { settings, data, players } = session;
  const kind = settings.asks ?? 'contribution';
  const asked = new Set<string>();
  return seats.map(({ lane, unit, player }): Seat => {
    const machine: Seat = { lane, unit, player, question: null, truth: null, inseparable: [] };
    if (player === null) return machine;
    const { sample, pass, truth } = lanes[lane]!;
    const situation: Situation = { network, sample: data[sample]!, pass, truth, before };
    const name = unitName(network, unit);
    const draw = (key: string): number => randomAt(session.seed, `${run}/${round}/${lane}/${name}/${key}`);
    const free = subjectsFor(network, unit, settings).filter(
      (subject) => !asked.has(`${sample}/${subjectName(network, subject)}`),
    );
    const choice = { sample, help: players[player]!.help.level, draw };
    const question = pickQuestion(kind, situation, free, choice, draw);
    if (!question) throw new RangeError(`more lanes than questions about ${name}`);
    asked.add(`${sample}/${subjectName(network, question)}`);
    return {
      ...machine,
      question,
      truth: moduleOf(kind).truth(situation, question),
      inseparable: hiddenMistakes(situation, question),
    };
  });
}

/** Whether a seat is at an output, which has the shorter time. */
export function isOutputSeat(network: Network, seat: Seat): boolean {
  return seat.unit.layer === outputLayer(network);
}
