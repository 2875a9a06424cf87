import type { Network, Sample } from '../../maths/network.ts';
import type { Help } from '../../question/help.ts';
import type { Activity } from '../activities/activity.ts';
import type { PlayerId, RunId } from '../ids.ts';
import type { CatchUpRound } from '../ownRuns/catchUpRound.ts';
import type { Run } from '../round/run.ts';
import type { Settings, TimeFactor } from './settings.ts';

export type { PlayerId } from '../ids.ts';

export const LIMITS = {
  players: 1_000,
  teams: 40,
  /** Answers of one player to one question that are still read, unreadable ones included. */
  answersPerQuestion: 60,
  /** Characters of the longest answer: a set of all places of the largest network stays well below this. */
  answerLength: 1_000,
  /** How long an absent player's seat is kept for it when a round opens. */
  keepSeatMs: 60_000,
  /** How long the others wait for somebody whose link broke in mid-question. */
  absentHoldsMs: 20_000,
  rounds: 500,
  /** Rounds of a class that can be caught up with. */
  courseRounds: 100,
  /** Steps that the machine takes at one command. */
  machineSteps: 1_000,
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
  /** The rounds of a class that everyone here goes through alone; null: this is no catching up. Nobody's to see. */
  readonly catchUpRounds: readonly CatchUpRound[] | null;
  readonly status: 'lobby' | 'running' | 'ended';
  readonly locked: boolean;
  /** When the host paused, null while the clock runs. */
  readonly pausedAt: number | null;
  readonly players: Readonly<Record<PlayerId, Player>>;
  readonly runs: Readonly<Record<RunId, Run>>;
  /** When the class began, for the last time; null in the lobby. */
  readonly startedAt: number | null;
  /** The step of the plan that is on, from 0; −1 before the first, and where there is no plan. */
  readonly step: number;
  /** What is done between rounds: a vote, a guess, a blank sheet; null most of the time. */
  readonly activity: Activity | null;
  /** What the host lets be seen. */
  readonly display: DisplayOptions;
  /** How often the class began again in this session. */
  readonly restarts: number;
  /** What everyone had when a round was last revealed, or at the end: ranks go by it. In order of arrival. */
  readonly scoresAtReveal: Readonly<Record<PlayerId, number>>;
  /** From the end on. */
  readonly results: Results | null;
}

/** Switches of the host's, at any time. What is hidden is hidden from players and projector, never from the host. */
export interface DisplayOptions {
  readonly names: boolean;
  /** Off: nobody sees points, and nothing is ranked. */
  readonly scores: boolean;
  readonly ranks: boolean;
}

/** Who came where. Ties share a rank, so ranks may skip: 1, 2, 2, 4. */
export interface Results {
  readonly teams: readonly { readonly run: RunId; readonly points: number; readonly rank: number }[];
  readonly players: readonly Standing[];
  /** Whose points a round rose most from the first half to the second; best first, only who rose. */
  readonly improved: readonly { readonly player: PlayerId; readonly by: number }[];
}

export interface Standing {
  readonly player: PlayerId;
  readonly score: number;
  readonly rank: number;
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
  /** Sent away by the host, for now or for good; it has no seat, no rank and is shown nowhere. */
  readonly removal: 'removed' | 'banned' | null;
  /** All points, those of extra questions included. */
  readonly score: number;
  /** Points of questions alone, at most 100 a round: what the team's result is made of. */
  readonly questionPoints: number;
  /** The same by round in which it had a seat, in order; rounds that are worth nothing left out. */
  readonly pointsByRound: readonly number[];
  /** Rounds in which it sat at an output, and at a hidden unit. */
  readonly seats: { readonly output: number; readonly hidden: number };
  /** Questions in a row with every part right at the first try. */
  readonly streak: number;
  /** Questions without a miss, and answers that were wrong: how it is doing, for the host. */
  readonly clean: number;
  readonly misses: number;
  /** Its own affair: nobody else sees it. */
  readonly help: Help;
  /** Time it has, as a multiple of everyone's: seen by the host and itself. */
  readonly timeFactor: TimeFactor;
  /** The unit that the host wants it at in the next round, by name. */
  readonly unitOverride: string | null;
}
