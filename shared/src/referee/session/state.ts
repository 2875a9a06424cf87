import type { Network, Sample } from '../../maths/network.ts';
import type { Help } from '../../question/help.ts';
import type { MistakeCount } from '../../question/diagnosis/mistakesMade.ts';
import type { Activity } from '../activities/activity.ts';
import type { Example } from '../activities/example.ts';
import type { PlayerId, RunId } from '../ids.ts';
import type { CatchUpRound } from '../ownRuns/catchUpRound.ts';
import type { Run } from '../round/run.ts';
import type { VerdictsKept } from '../round/verdictsKept.ts';
import type { Settings, TimeFactor } from './settings.ts';

export type { PlayerId } from '../ids.ts';

/** Limits of the rules. */
export const LIMITS = {
  players: 1_000,
  teams: 40,
  /** Most answers of one player to one question, unreadable ones included. */
  answersPerQuestion: 60,
  /** Most characters of an answer on the wire; all places of the largest network, and all numbers, are shorter. */
  answerLength: 1_200,
  /** Absence after which a player gets no seat when a round opens. */
  keepSeatMs: 60_000,
  /** Absence after which the others no longer wait for a player's answer. */
  absentHoldsMs: 20_000,
  rounds: 500,
  /** Most rounds of a class that can be caught up with. */
  courseRounds: 100,
  /** Most steps of training by the machine at one command. */
  machineSteps: 1_000,
} as const;

/** State of a session: the fold of its events. */
export interface Session {
  readonly id: string;
  readonly seed: number;
  /** Network before any training; every run of the lesson starts from it. */
  readonly initial: Network;
  readonly data: readonly Sample[];
  readonly settings: Settings;
  /** Class rounds that every player here repeats alone; null in any other session. In no view. */
  readonly catchUpRounds: readonly CatchUpRound[] | null;
  readonly status: 'lobby' | 'running' | 'ended';
  readonly locked: boolean;
  /** Beginning of the pause; null while the clock runs. */
  readonly pausedAt: number | null;
  readonly players: Readonly<Record<PlayerId, Player>>;
  /** Number of `players`, those sent away included: counting the keys of a large record takes as long as copying it. */
  readonly arrivals: number;
  readonly runs: Readonly<Record<RunId, Run>>;
  /** Time of the last start; null in the lobby. */
  readonly startedAt: number | null;
  /** Index of the present step of the plan; −1 before the first, and where there is no plan. */
  readonly step: number;
  /** Activity between rounds: a vote, a trial or an exit ticket; null where there is none. */
  readonly activity: Activity | null;
  /** Worked example on the projector; null where there is none. */
  readonly example: Example | null;
  /** Mistakes made in the teams' earlier rounds, by round; those of the present one are with its answers. */
  readonly pastMistakes: Readonly<Record<number, readonly MistakeCount[]>>;
  /** Display options that the host has set. */
  readonly display: DisplayOptions;
  /** Number of new beginnings after an end. */
  readonly restarts: number;
  /** Scores at the last reveal, or at the end, in order of arrival; ranks go by them. */
  readonly scoresAtReveal: Readonly<Record<PlayerId, number>>;
  /** Results, from the end on. */
  readonly results: Results | null;
}

/** Display options, set by the host at any time. They hide from players and projector, never from the host. */
export interface DisplayOptions {
  readonly names: boolean;
  /** False: points are hidden, and so are ranks. */
  readonly scores: boolean;
  readonly ranks: boolean;
}

/** Results of teams and players. Ties share a rank, so ranks may skip: 1, 2, 2, 4. */
export interface Results {
  readonly teams: readonly { readonly run: RunId; readonly points: number; readonly rank: number }[];
  readonly players: readonly Standing[];
  /** Players whose points per round rose most from the first half to the second, best first; rises only. */
  readonly improved: readonly { readonly player: PlayerId; readonly by: number }[];
}

export interface Standing {
  readonly player: PlayerId;
  readonly score: number;
  readonly rank: number;
}

/** A player of a session. Names are kept beside the log, where they can be deleted. */
export interface Player {
  readonly id: PlayerId;
  /** Order of arrival, from 0. */
  readonly arrival: number;
  /** Team or own run; null in the lobby. */
  readonly run: RunId | null;
  /** Time of leaving; null while connected. */
  readonly leftAt: number | null;
  /** Set when the host has sent the player away, for now or for good: no seat, no rank, in no view. */
  readonly removal: 'removed' | 'banned' | null;
  /** All points, those of extra questions included. */
  readonly score: number;
  /** Points without bonuses, at most 100 a round: the base of the team's result. */
  readonly questionPoints: number;
  /** Points without bonuses for each scored round with a seat, in order. */
  readonly pointsByRound: readonly number[];
  /** Number of rounds at an output unit and at a hidden one. */
  readonly seats: { readonly output: number; readonly hidden: number };
  /** Number of questions in a row with every part right at the first try. */
  readonly streak: number;
  /** Number of questions without a miss, for the host. */
  readonly clean: number;
  /** Number of wrong answers, for the host. */
  readonly misses: number;
  /** Verdicts of all rounds so far, so that an answer that arrives again gets its first verdict at any time. In no view. */
  readonly verdicts: VerdictsKept;
  /** Help level and what it adapts by; visible to the player only. */
  readonly help: Help;
  /** Multiple of the usual answering time; visible to the player and the host. */
  readonly timeFactor: TimeFactor;
  /** Name of the unit that the host wants the player at in the next round; null: none. */
  readonly unitOverride: string | null;
}
