import type { MistakeId, Part, QuestionKind, Verdict } from '../question/question.ts';
import type { RunId } from '../referee/ids.ts';
import type { PlayerId, Results } from '../referee/session/state.ts';

/**
 * Facts of a session that a report is made of: copied out of its log, with the number of the event that each comes from.
 * Plain JSON, so that a server reads the log and a page makes the tables, filtered as its reader likes.
 */
export interface SessionFacts {
  readonly session: string;
  readonly createdAt: number;
  /** Time of the newest event. */
  readonly lastAt: number;
  readonly status: 'lobby' | 'running' | 'ended';
  /** Number of beginnings: 1, and one more for each time that the session began again after its end. */
  readonly games: number;
  /** Players in order of arrival; those whom the host sent away are marked, and their answers are left out. */
  readonly players: readonly PlayerFact[];
  /** Questions in the order in which they were asked. */
  readonly questions: readonly QuestionFact[];
  readonly bets: readonly BetFact[];
  readonly losses: readonly LossFact[];
  /** Results of each game that has ended. */
  readonly results: readonly GameResults[];
}

/** A player of the session. The name is kept beside the log. */
export interface PlayerFact {
  readonly id: PlayerId;
  readonly arrival: number;
  /** Team; null without one. */
  readonly team: RunId | null;
  readonly isRemoved: boolean;
}

/** Occasion of a question: a round of the lesson, an exit ticket, a warm-up, or an extra question while waiting. */
export type Occasion = 'lesson' | 'exitTicket' | 'warmUp' | 'extra';

/** Kind of unit at which a player sat. */
type SeatPlace = 'output' | 'hidden';

/** Question of one player in one round, with its answers. */
export interface QuestionFact {
  /** Number of the event that asked it. */
  readonly event: number;
  readonly occasion: Occasion;
  /** Number of the exit ticket within the session, from 1; 0 elsewhere. */
  readonly ticket: number;
  readonly game: number;
  readonly run: RunId;
  /** Team of a question in a team's run; null in any other. */
  readonly team: RunId | null;
  readonly round: number;
  readonly player: PlayerId;
  readonly unit: string;
  readonly place: SeatPlace;
  /** Weight or bias in question; null where there is none. */
  readonly edge: string | null;
  readonly isScored: boolean;
  /** True from the reveal on, and after the end. */
  readonly isOver: boolean;
  /** True where the host skipped the round: nothing of it counts. */
  readonly isCancelled: boolean;
  readonly parts: readonly PartFact[];
}

/** One part of a question. */
export interface PartFact {
  readonly part: Part;
  readonly kind: QuestionKind;
  /** Right answer: a number, the name of an option, or ids of places with blanks between them; null where it is not in the log. */
  readonly truth: number | string | null;
  /** Time at which the player could begin, ms since the epoch; null: the turn has not come yet. */
  readonly openedAt: number | null;
  /** Number of the event by which a hint was taken; null: none. */
  readonly hint: number | null;
  readonly answers: readonly AnswerFact[];
}

/** One graded answer. */
export interface AnswerFact {
  /** Number of its event. */
  readonly event: number;
  readonly id: string;
  readonly at: number;
  /** Time since the player could begin, without pauses, ms. */
  readonly afterMs: number;
  readonly outcome: Verdict['outcome'];
  /** Number that was read; null for places, choices and unread text. */
  readonly read: number | null;
  /** Ids of places, or name of an option; null for numbers. */
  readonly given: string | null;
  /** Mistakes that the answer shows, most telling first. */
  readonly mistakes: readonly MistakeId[];
  /** Tries used, this one included. */
  readonly tries: number;
  readonly points: number;
  readonly bonus: number;
}

/** Outcome of a bet on the own weight. */
export interface BetFact {
  readonly event: number;
  readonly game: number;
  readonly player: PlayerId;
  readonly won: boolean | null;
  readonly points: number;
}

/** Mean loss of a team's network, before its first round or after a change of its weights. */
export interface LossFact {
  readonly event: number;
  readonly game: number;
  readonly run: RunId;
  /** Round that changed the weights; null for steps of the machine, and before the first round. */
  readonly round: number | null;
  readonly steps: number;
  readonly loss: number;
}

export interface GameResults {
  readonly event: number;
  readonly game: number;
  readonly teams: Results['teams'];
}
