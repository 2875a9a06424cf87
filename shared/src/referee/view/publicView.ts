import type { Matrix, Network, Parameters, Vector } from '../../maths/network.ts';
import { type EdgeRef, unitName } from '../../maths/unit.ts';
import type { QuestionKind } from '../../question/question.ts';
import { progressOf } from '../progress.ts';
import { countMistakes, type MistakeCount } from './mistakeCounts.ts';
import { isRevealed, veilOf } from './veil.ts';
import type { Deadlines, PhaseName, PlayerId, Results, Run, RunId, Seat, Session } from '../state.ts';

/**
 * What each role may see. These are allow-lists: a field that is not written out here goes nowhere.
 *
 * The public view is kept as small tables of entries, so that one answer changes one seat and one count and a patch
 * costs the same in a class of 30 and in one of 1,000.
 */
export interface PublicView {
  readonly session: Readonly<Record<'', SessionView>>;
  readonly runs: Readonly<Record<RunId, RunView>>;
  readonly networks: Readonly<Record<RunId, Network>>;
  /** By `run/lane`. */
  readonly lanes: Readonly<Record<string, LaneView>>;
  /** By `run/lane/unit`. */
  readonly seats: Readonly<Record<string, SeatView>>;
  /** The last update of a run, from its first on. */
  readonly updates: Readonly<Record<RunId, UpdateView>>;
  readonly players: Readonly<Record<PlayerId, PublicPlayer>>;
}

export type EntryTable = keyof PublicView;
/** `table/key`, the key of one entry in the synced map. */
export type EntryPath = `${EntryTable}/${string}`;

export interface SessionView {
  readonly title: string;
  readonly stage: 'lobby' | 'running' | 'ended';
  readonly locked: boolean;
  readonly pausedAt: number | null;
  readonly pacing: 'host' | 'auto';
  /** What its rounds ask. */
  readonly asks: QuestionKind;
  /** How many rounds will be played; null: as many as the host likes. */
  readonly rounds: number | null;
  readonly players: number;
  readonly runs: readonly RunId[];
  /** How many samples the data has. */
  readonly samples: number;
  /** From the end on: all teams, and the five best players. */
  readonly podium: Podium | null;
}

export interface Podium {
  readonly teams: Results['teams'];
  readonly players: Results['players'];
}

export interface RunView {
  readonly id: RunId;
  readonly round: number;
  readonly phase: PhaseName;
  readonly phaseSince: number;
  readonly deadlines: Deadlines;
  readonly losses: readonly number[];
  /** Seats with a person, and how many of those have every part right or no try left. */
  readonly asked: number;
  readonly answered: number;
  readonly lanes: number;
  /** From the reveal on: which mistakes were made, by how many players, most frequent first. Never by whom. */
  readonly mistakes: readonly MistakeCount[] | null;
}

export interface LaneView {
  readonly sample: number;
  readonly x: Vector;
  readonly t: Vector;
  /** [layer][unit]; null where the round asks for it and it is not revealed yet. */
  readonly sums: readonly (readonly (number | null)[])[];
  readonly outputs: readonly (readonly (number | null)[])[];
  /** From the reveal on. */
  readonly truth: {
    readonly arriving: readonly (Vector | null)[];
    readonly deltas: Matrix;
    readonly gradients: Parameters;
  } | null;
}

export interface SeatView {
  readonly player: PlayerId | null;
  /** Who has answered, never what. */
  readonly progress: 'machine' | 'open' | 'started' | 'done';
  /** The weight in question; public, as it is everyone's network. */
  readonly edge: EdgeRef | null;
}

export interface UpdateView {
  readonly round: number;
  readonly before: Parameters;
  readonly gradients: Parameters;
}

export interface PublicPlayer {
  readonly name: string;
  readonly run: RunId | null;
  readonly present: boolean;
}

/** The full ranking is nobody's but the host's. */
const PODIUM_PLAYERS = 5;

function sessionView(session: Session): SessionView {
  return {
    title: session.title,
    stage: session.stage,
    locked: session.locked,
    pausedAt: session.pausedAt,
    pacing: session.settings.pacing,
    asks: session.settings.asks ?? 'contribution',
    rounds: session.settings.rounds,
    players: Object.keys(session.players).length,
    runs: Object.keys(session.runs),
    samples: session.data.length,
    podium: session.results && {
      teams: session.results.teams,
      players: session.results.players.slice(0, PODIUM_PLAYERS),
    },
  };
}

function runView(run: Run): RunView {
  const people = run.seats.filter((seat) => seat.player !== null);
  return {
    id: run.id,
    round: run.round,
    phase: run.phase.name,
    phaseSince: run.phase.since,
    deadlines: run.deadlines,
    losses: run.losses,
    asked: people.length,
    answered: people.filter((seat) => progressOf(run, seat) === 'done').length,
    lanes: run.lanes.length,
    mistakes: isRevealed(run) ? countMistakes(run) : null,
  };
}

/** Rows from the layer `from` on are nobody's yet. */
function veiled(rows: Matrix, from: number): LaneView['sums'] {
  return rows.map((row, l) => (l + 1 < from ? row : row.map(() => null)));
}

function laneView(session: Session, run: Run, lane: number): LaneView {
  const { sample, pass, truth } = run.lanes[lane]!;
  const { arriving, deltas, gradients } = truth;
  const veil = veilOf(run);
  return {
    sample,
    x: pass.x,
    t: session.data[sample]!.t,
    sums: veiled(pass.sums, veil.sums),
    outputs: veiled(pass.outputs, veil.outputs),
    truth: isRevealed(run) ? { arriving, deltas, gradients } : null,
  };
}

function seatView(run: Run, seat: Seat): SeatView {
  return { player: seat.player, progress: progressOf(run, seat), edge: seat.question?.edge ?? null };
}

function runEntries(session: Session, run: Run): [EntryPath, unknown][] {
  const { id, network, lastUpdate } = run;
  const entries: [EntryPath, unknown][] = [
    [`runs/${id}`, runView(run)],
    [`networks/${id}`, network],
    ...run.lanes.map((_, lane): [EntryPath, unknown] => [
      `lanes/${id}/${lane}`,
      laneView(session, run, lane),
    ]),
    ...run.seats.map((seat): [EntryPath, unknown] => [
      `seats/${id}/${seat.lane}/${unitName(network, seat.unit)}`,
      seatView(run, seat),
    ]),
  ];
  if (lastUpdate) entries.push([`updates/${id}`, { round: run.losses.length - 1, ...lastUpdate }]);
  return entries;
}

/**
 * What everyone in the session may see, as entries.
 *
 * @param names   names by player; who has none yet is shown as ''
 * @param prefix  only entries whose path starts so; '' for all
 */
export function publicEntries(
  session: Session,
  names: Readonly<Record<PlayerId, string>>,
  prefix: string,
): Record<EntryPath, unknown> {
  const players = Object.values(session.players).map(({ id, run, leftAt }): [EntryPath, PublicPlayer] => [
    `players/${id}`,
    { name: names[id] ?? '', run, present: leftAt === null },
  ]);
  const all: [EntryPath, unknown][] = [
    ['session/', sessionView(session)],
    ...Object.values(session.runs).flatMap((run) => runEntries(session, run)),
    ...players,
  ];
  return Object.fromEntries(all.filter(([path]) => path.startsWith(prefix)));
}
/** A view into which no entry has come yet. */
export const EMPTY_VIEW: PublicView = {
  session: {} as PublicView['session'],
  runs: {},
  networks: {},
  lanes: {},
  seats: {},
  updates: {},
  players: {},
};

/** The view with one entry set, or taken out when `value` is undefined. What the client does with a patch. */
export function applyEntry(view: PublicView, path: EntryPath, value: unknown): PublicView {
  const slash = path.indexOf('/');
  const table = path.slice(0, slash) as EntryTable;
  const key = path.slice(slash + 1);
  if (!(table in view)) return view;
  const { [key]: _before, ...rest } = view[table] as Record<string, unknown>;
  return { ...view, [table]: value === undefined ? rest : { ...rest, [key]: value } };
}
