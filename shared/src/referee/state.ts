import type { BackwardPass, ForwardPass, Network, Parameters, Sample } from '../maths/network.ts';
import type { UnitRef } from '../maths/unit.ts';
import type { Help } from '../question/help.ts';
import type { Diamonds } from '../question/pick.ts';
import type {
  HelpLevel,
  MistakeId,
  Part,
  Question,
  QuestionKind,
  Truth,
  Verdict,
} from '../question/question.ts';

export type PlayerId = string;
/** A run is a team's one network in training: `A`, `B`, … */
export type RunId = string;

/** Units that people sit at. */
export type SeatKind = 'any' | 'output' | 'hidden';

/** No clock: a hundred years, since a log is JSON and knows no infinity. */
export const UNTIMED_MS = 100 * 365 * 86_400_000;

/** What the host chose before the session began. */
export interface Settings {
  /** Who leads from phase to phase: the host, or the clock. */
  readonly pacing: 'host' | 'auto';
  /**
   * Teams that the players are dealt into at the start, 1–40, or by how many there are; more are opened when the seats
   * do not suffice.
   */
  readonly teams: number | 'bySize';
  /** The session ends by itself after so many; null: when the host says so. */
  readonly rounds: number | null;
  /** Time for a question at an output and at a hidden unit. */
  readonly outputMs: number;
  readonly hiddenMs: number;
  /** How long the clock shows the reveal and the update, with pacing `auto`. */
  readonly revealMs: number;
  readonly updateMs: number;
  /** Whether a quick and clean answer brings up to 10 points more. */
  readonly speedBonus: boolean;
  /** Where people sit; absent: anywhere. A lesson for one asks about one kind of unit. */
  readonly seat?: SeatKind;
  /** What is asked; absent: the contribution of a weight. */
  readonly asks?: QuestionKind;
  /** Which parameters can be in question; absent: weights. */
  readonly diamonds?: Diamonds;
  /** With how much help everyone begins; absent: *work*. */
  readonly help?: HelpLevel;
  /** Whether help falls away and comes back by how a player does; absent: it does. */
  readonly helpAdapts?: boolean;
}

export const LIMITS = {
  players: 1_000,
  teams: 40,
  /** Answers of one player to one question that are still read, unreadable ones included. */
  answersPerQuestion: 60,
  /** How long an absent player's seat is kept for it when a round opens. */
  keepSeatMs: 60_000,
  rounds: 500,
} as const;

/** One event with a code: the fold of its events. */
export interface Session {
  readonly id: string;
  readonly seed: number;
  /** The network's name, as its file says. */
  readonly title: string;
  /** The network before any training; every run starts from it. */
  readonly initial: Network;
  readonly data: readonly Sample[];
  readonly settings: Settings;
  readonly stage: 'lobby' | 'running' | 'ended';
  readonly locked: boolean;
  /** When the host paused, null while the clock runs. */
  readonly pausedAt: number | null;
  readonly players: Readonly<Record<PlayerId, Player>>;
  readonly runs: Readonly<Record<RunId, Run>>;
  /** From the end on. */
  readonly results: Results | null;
}

/** Who came where. Ties share a rank, so ranks may skip: 1, 2, 2, 4. */
export interface Results {
  readonly teams: readonly { readonly run: RunId; readonly points: number; readonly rank: number }[];
  readonly players: readonly { readonly player: PlayerId; readonly score: number; readonly rank: number }[];
}

/** A person. The name is not here: names live where they can be deleted. */
export interface Player {
  readonly id: PlayerId;
  /** Order of arrival, from 0. */
  readonly arrival: number;
  /** null in the lobby. */
  readonly run: RunId | null;
  /** When it was last seen to go; null while it is here. */
  readonly leftAt: number | null;
  /** Everything, bonuses included. */
  readonly score: number;
  /** Points of questions alone, at most 100 a round: what the team's result is made of. */
  readonly questionPoints: number;
  /** Rounds in which it had a seat. */
  readonly rounds: number;
  /** Questions in a row with every part right at the first try. */
  readonly streak: number;
  /** Its own affair: nobody else sees it. */
  readonly help: Help;
}

export type PhaseName = 'backward' | 'reveal' | 'update' | 'ended';

export interface Phase {
  readonly name: PhaseName;
  readonly since: number;
}

/** Until when answers count, by the kind of seat (in the answering phase), and until when the phase lasts. */
export interface Deadlines {
  readonly output: number;
  readonly hidden: number;
  /** When the clock moves the run on to the next phase; null where the host does. */
  readonly phase: number | null;
}

export interface Run {
  readonly id: RunId;
  readonly network: Network;
  /** Index of the next sample to be taken from the data. */
  readonly cursor: number;
  /** From 1. */
  readonly round: number;
  readonly phase: Phase;
  readonly deadlines: Deadlines;
  readonly lanes: readonly Lane[];
  readonly seats: readonly Seat[];
  readonly answers: Readonly<Record<PlayerId, Answers>>;
  /** Mean loss over the data: before the first round, then after every update. */
  readonly losses: readonly number[];
  /** The last update: what it started from and the mean gradient it used. */
  readonly lastUpdate: { readonly before: Parameters; readonly gradients: Parameters } | null;
}

/** One sample of the round's batch on its way through the network, with all its truths. */
export interface Lane {
  /** Index into the data. */
  readonly sample: number;
  readonly pass: ForwardPass;
  /** Secret until the reveal. */
  readonly truth: BackwardPass;
}

/** A unit in a lane. Played by the machine when `player` is null. */
export interface Seat {
  readonly lane: number;
  readonly unit: UnitRef;
  readonly player: PlayerId | null;
  readonly question: Question | null;
  /** Secret until the reveal. */
  readonly truth: Truth | null;
  /** Mistakes that this question cannot tell from a right answer. */
  readonly inseparable: readonly MistakeId[];
}

/** What a player has handed in for its question of this round. */
export interface Answers {
  readonly parts: Partial<Readonly<Record<Part, PartAnswer>>>;
  /** Every verdict by its answer's id, so that a resend gets the one it already has. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

export interface PartAnswer {
  /** Tries used. */
  readonly tries: number;
  readonly right: boolean;
  readonly raw: string;
  readonly verdict: Verdict;
  readonly points: number;
}
