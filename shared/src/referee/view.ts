import type { Matrix, Network, Parameters, Vector } from '../maths/network.ts';
import type { EdgeRef } from '../maths/unit.ts';
import type { MistakeId, Part, Truth, Verdict } from '../question/question.ts';
import type { Deadlines, PhaseName, PlayerId, RunId } from './state.ts';

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
