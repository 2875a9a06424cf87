import type { Matrix, Network, Parameters, Vector } from '../maths/network.ts';
import { type EdgeRef, unitName } from '../maths/unit.ts';
import { type MistakeId, type Part, PARTS, type Truth, type Verdict } from '../question/question.ts';
import { deadlineOf, seatOf } from './commands/submitAnswer.ts';
import type { Event } from './event.ts';
import { MAX_TRIES } from './score.ts';
import type { Deadlines, PhaseName, PlayerId, Run, RunId, Seat, Session } from './state.ts';

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
  readonly players: number;
  readonly runs: readonly RunId[];
  /** How many samples the data has. */
  readonly samples: number;
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
}

export interface LaneView {
  readonly sample: number;
  readonly x: Vector;
  readonly t: Vector;
  readonly sums: Matrix;
  readonly outputs: Matrix;
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

/** A player's own things. */
export interface PlayerView {
  readonly player: PlayerId;
  readonly run: RunId | null;
  readonly score: number;
  /** null in the lobby and while it waits for the next round. */
  readonly seat: {
    readonly round: number;
    readonly lane: number;
    /** `h1` */
    readonly unit: string;
    readonly edge: EdgeRef;
    readonly parts: readonly Part[];
    readonly deadlineAt: number;
    readonly answers: Partial<Readonly<Record<Part, PartView>>>;
    /** From the reveal on. */
    readonly truth: Truth | null;
    /** Points of this question so far. */
    readonly points: number;
  } | null;
}

export interface PartView {
  readonly tries: number;
  readonly triesLeft: number;
  readonly right: boolean;
  readonly raw: string;
  readonly verdict: Verdict;
  readonly points: number;
}

export interface HostView {
  /** True: these are all rows; false: put them over the ones you have. */
  readonly whole: boolean;
  readonly rows: Readonly<Record<PlayerId, HostRow>>;
}

export interface HostRow {
  readonly run: RunId | null;
  readonly lane: number | null;
  readonly unit: string | null;
  readonly present: boolean;
  readonly score: number;
  readonly parts: readonly {
    readonly part: Part;
    readonly tries: number;
    readonly right: boolean;
    readonly raw: string;
  }[];
  /** The mistake that its newest wrong answer shows. */
  readonly mistake: MistakeId | null;
  /** Mistakes that this player's question cannot tell from a right answer. */
  readonly inseparable: readonly MistakeId[];
}

const NO_TRUTH_YET = null;

/** The truth of a round is everyone's from the reveal on, and nobody's before. */
function isRevealed(run: Run): boolean {
  return run.phase.name === 'reveal' || run.phase.name === 'update';
}

function progressOf(run: Run, seat: Seat): SeatView['progress'] {
  if (seat.player === null || !seat.question) return 'machine';
  const parts = run.answers[seat.player]?.parts ?? {};
  const isDone = (part: Part): boolean => {
    const answer = parts[part];
    return answer !== undefined && (answer.right || answer.tries >= MAX_TRIES);
  };
  if (seat.question.parts.every(isDone)) return 'done';
  return Object.keys(parts).length > 0 ? 'started' : 'open';
}

function sessionView(session: Session): SessionView {
  return {
    title: session.title,
    stage: session.stage,
    locked: session.locked,
    pausedAt: session.pausedAt,
    players: Object.keys(session.players).length,
    runs: Object.keys(session.runs),
    samples: session.data.length,
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
  };
}

function laneView(session: Session, run: Run, lane: number): LaneView {
  const { sample, pass, truth } = run.lanes[lane]!;
  const { arriving, deltas, gradients } = truth;
  return {
    sample,
    x: pass.x,
    t: session.data[sample]!.t,
    sums: pass.sums,
    outputs: pass.outputs,
    truth: isRevealed(run) ? { arriving, deltas, gradients } : NO_TRUTH_YET,
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

/** Which entries an event can have changed, as prefixes for `publicEntries`. */
export function touchedBy(session: Session, event: Event): readonly string[] {
  switch (event.type) {
    case 'sessionCreated':
    case 'sessionStarted':
    case 'sessionEnded':
      return [''];
    case 'playerJoined':
      return ['session/', `players/${event.player}`];
    case 'playerLeft':
    case 'playerReturned':
      return [`players/${event.player}`];
    case 'roundOpened':
    case 'roundRevealed':
      return [`runs/${event.run}`, `lanes/${event.run}/`, `seats/${event.run}/`];
    case 'answerGraded': {
      const run = session.runs[event.run]!;
      const seat = seatOf(run, event.player)!;
      return [`runs/${run.id}`, `seats/${run.id}/${seat.lane}/${unitName(run.network, seat.unit)}`];
    }
    case 'weightsUpdated':
      return [`runs/${event.run}`, `networks/${event.run}`, `updates/${event.run}`];
    case 'sessionPaused':
    case 'sessionLocked':
      return ['session/'];
    case 'sessionResumed':
    case 'deadlinesMoved':
      return ['session/', 'runs/'];
  }
}

/** Whose own view an event can have changed. */
export function playersTouchedBy(session: Session, event: Event): readonly PlayerId[] {
  switch (event.type) {
    case 'playerJoined':
    case 'playerLeft':
    case 'playerReturned':
    case 'answerGraded':
      return [event.player];
    case 'roundOpened':
    case 'roundRevealed':
      return membersOf(session, event.run);
    case 'sessionStarted':
    case 'sessionResumed':
    case 'deadlinesMoved':
    case 'sessionEnded':
      return Object.keys(session.players);
    case 'sessionCreated':
    case 'sessionPaused':
    case 'sessionLocked':
    case 'weightsUpdated':
      return [];
  }
}

function membersOf(session: Session, run: RunId): PlayerId[] {
  return Object.values(session.players)
    .filter((player) => player.run === run)
    .map(({ id }) => id);
}

function partViews(run: Run, player: PlayerId): Partial<Record<Part, PartView>> {
  const parts = run.answers[player]?.parts ?? {};
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const answer = parts[part];
      return answer ? [[part, { ...answer, triesLeft: MAX_TRIES - answer.tries }]] : [];
    }),
  );
}

/**
 * What one player sees of its own.
 *
 * @throws {RangeError} nobody of that id has joined
 */
export function playerView(session: Session, id: PlayerId): PlayerView {
  const player = session.players[id];
  if (!player) throw new RangeError(`no player ${id} in this session`);
  const base = { player: id, run: player.run, score: player.score };
  const run = player.run === null ? undefined : session.runs[player.run];
  const seat = run && seatOf(run, id);
  if (!run || !seat?.question) return { ...base, seat: null };
  const answers = partViews(run, id);
  return {
    ...base,
    seat: {
      round: run.round,
      lane: seat.lane,
      unit: unitName(run.network, seat.unit),
      edge: seat.question.edge,
      parts: seat.question.parts,
      deadlineAt: deadlineOf(run, seat),
      answers,
      truth: isRevealed(run) ? seat.truth : NO_TRUTH_YET,
      points: Object.values(answers).reduce((sum, { points }) => sum + points, 0),
    },
  };
}

/** What the host sees of one player. */
export function hostRow(session: Session, id: PlayerId): HostRow {
  const player = session.players[id];
  if (!player) throw new RangeError(`no player ${id} in this session`);
  const run = player.run === null ? undefined : session.runs[player.run];
  const seat = run && seatOf(run, id);
  const answers = run && seat ? partViews(run, id) : {};
  const wrong = Object.values(answers).find(({ verdict }) => verdict.outcome === 'wrong')?.verdict;
  return {
    run: player.run,
    lane: seat?.lane ?? null,
    unit: run && seat ? unitName(run.network, seat.unit) : null,
    present: player.leftAt === null,
    score: player.score,
    parts: (seat?.question?.parts ?? []).map((part) => {
      const answer = answers[part];
      return { part, tries: answer?.tries ?? 0, right: answer?.right ?? false, raw: answer?.raw ?? '' };
    }),
    mistake: wrong?.outcome === 'wrong' ? (wrong.mistakes[0]?.id ?? null) : null,
    inseparable: seat?.inseparable ?? [],
  };
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
