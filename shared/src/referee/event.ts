import type { Network, Parameters, Sample, Vector } from '../maths/network.ts';
import type { Part, Term, Verdict } from '../question/question.ts';
import type { Activity } from './activities/activity.ts';
import type { Example } from './activities/example.ts';
import type { CatchUpRound } from './ownRuns/catchUpRound.ts';
import type {
  ExtraQuestion,
  Deadlines,
  Lane,
  LastUpdate,
  RunId,
  Seat,
  LaneProgress,
  ReferenceRun,
} from './round/run.ts';
import type { Changes, RoundRules, Settings, TimeFactor } from './session/settings.ts';
import type { PlayerId, Results, DisplayOptions } from './session/state.ts';

/**
 * Any event of a session. Plain JSON that carries every outcome, so that folding it computes nothing: a log made on
 * one engine gives the same state, bit for bit, on every other.
 */
export type Event = SessionEvent | PlayerEvent | RoundEvent | ActivityEvent;

/** Deadlines after they were moved, ms since the epoch. */
export interface Clocks {
  readonly deadlines: Readonly<Record<RunId, Deadlines>>;
  /** Turns of lanes that go layer by layer, by run. */
  readonly lanes: Readonly<Record<RunId, readonly LaneProgress[]>>;
  /** Deadlines of players who finish a round privately, by run and player. */
  readonly finishing: Readonly<Record<RunId, Readonly<Record<PlayerId, number>>>>;
  /** Deadline of the activity between rounds; null where there is none. */
  readonly activity: number | null;
}

/** A run that exists from the start, with its players. */
export type StartedRun =
  | {
      readonly kind: 'team';
      readonly run: RunId;
      readonly players: readonly PlayerId[];
      /** Index of the first sample to be taken from the data. */
      readonly cursor: number;
    }
  | { readonly kind: 'own'; readonly run: RunId; readonly owner: PlayerId };

export type SessionEvent =
  | {
      readonly type: 'sessionCreated';
      readonly at: number;
      readonly id: string;
      readonly seed: number;
      readonly network: Network;
      readonly data: readonly Sample[];
      readonly settings: Settings;
      /** Rounds of a class to catch up with; absent in every other session. */
      readonly catchUpRounds?: readonly CatchUpRound[];
    }
  | {
      readonly type: 'sessionStarted';
      readonly at: number;
      readonly runs: readonly StartedRun[];
      /** Mean loss of the network that every run starts from. */
      readonly loss: number;
    }
  /** Opening of a team or an own run after the start. */
  | ({
      readonly type: 'runOpened';
      readonly at: number;
      readonly run: RunId;
      readonly loss: number;
    } & (
      | { readonly kind: 'team'; readonly cursor: number }
      | { readonly kind: 'own'; readonly owner: PlayerId }
    ))
  /** Opening of a warm-up with a network drawn for it; the question about it follows as `roundOpened`. */
  | {
      readonly type: 'warmUpOpened';
      readonly at: number;
      readonly run: RunId;
      readonly player: PlayerId;
      readonly network: Network;
      readonly data: readonly Sample[];
      readonly loss: number;
    }
  | { readonly type: 'rulesChanged'; readonly at: number; readonly changes: Changes }
  | { readonly type: 'displayChanged'; readonly at: number; readonly display: DisplayOptions }
  | { readonly type: 'sessionPaused'; readonly at: number }
  | ({ readonly type: 'sessionResumed'; readonly at: number } & Clocks)
  | ({ readonly type: 'deadlinesMoved'; readonly at: number } & Clocks)
  | { readonly type: 'sessionLocked'; readonly at: number; readonly locked: boolean }
  | { readonly type: 'sessionEnded'; readonly at: number; readonly results: Results }
  /** New beginning after the end: back to the lobby, or on with the same teams and weights. */
  | {
      readonly type: 'sessionBeganAgain';
      readonly at: number;
      readonly seed: number;
      readonly keepsTeams: boolean;
      readonly settings: Settings;
    };

export type PlayerEvent =
  | {
      readonly type: 'playerJoined';
      readonly at: number;
      readonly player: PlayerId;
      readonly run: RunId | null;
    }
  | { readonly type: 'playerLeft'; readonly at: number; readonly player: PlayerId }
  | { readonly type: 'playerReturned'; readonly at: number; readonly player: PlayerId }
  | { readonly type: 'playerRenamed'; readonly at: number; readonly player: PlayerId }
  | {
      readonly type: 'playerRemoved';
      readonly at: number;
      readonly player: PlayerId;
      readonly banned: boolean;
    }
  | {
      readonly type: 'playerMoved';
      readonly at: number;
      readonly player: PlayerId;
      readonly run: RunId;
      readonly unit: string | null;
    }
  | {
      readonly type: 'timeGiven';
      readonly at: number;
      readonly player: PlayerId;
      readonly factor: TimeFactor;
    };

export type RoundEvent =
  | {
      readonly type: 'roundOpened';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly rules: RoundRules;
      readonly phase: 'forward' | 'backward';
      readonly cursor: number;
      readonly lanes: readonly Lane[];
      readonly seats: readonly Seat[];
      readonly deadlines: Deadlines;
    }
  /** Closing of a layer: its answers are in or its time is up. True values go on to the next layer. */
  | {
      readonly type: 'layerClosed';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      /** Progress of every lane of the round. */
      readonly lanes: readonly LaneProgress[];
    }
  | {
      readonly type: 'backwardOpened';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly deadlines: Deadlines;
      readonly lanes: readonly LaneProgress[];
    }
  | {
      readonly type: 'answerGraded';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly player: PlayerId;
      readonly answerId: string;
      readonly part: Part;
      /** Ids of places, or name of an option; null for a number and for unread text, which stand outside the log. */
      readonly given: string | null;
      readonly verdict: Verdict;
      /** Tries used for this part, this one included. */
      readonly tries: number;
      /** Points of this answer for its part. */
      readonly points: number;
      /** Bonus points where the answer completes a question without a miss; 0 otherwise. */
      readonly bonus: { readonly streak: number; readonly speed: number };
      /** The player's streak after this answer. */
      readonly streak: number;
    }
  | {
      readonly type: 'hintTaken';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly player: PlayerId;
      readonly part: Part;
    }
  | {
      readonly type: 'betPlaced';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly player: PlayerId;
      readonly up: boolean;
    }
  | {
      readonly type: 'extraQuestionAsked';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly player: PlayerId;
      readonly extraQuestion: ExtraQuestion;
    }
  | {
      readonly type: 'roundRevealed';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      /** Time at which the clock moves on; null: the host does. */
      readonly phaseEndsAt: number | null;
      /** Outcome and points of each bet. */
      readonly bets: readonly {
        readonly player: PlayerId;
        readonly won: boolean | null;
        readonly points: number;
      }[];
      /** Players who go on alone, each with the deadline. */
      readonly finishing: readonly { readonly player: PlayerId; readonly deadlineAt: number }[];
    }
  | {
      readonly type: 'finishingStopped';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly player: PlayerId;
    }
  | ({
      readonly type: 'weightsUpdated';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly parameters: Parameters;
      /** Mean loss over the data with the new weights. */
      readonly loss: number;
      readonly reference: ReferenceRun;
      readonly phaseEndsAt: number | null;
    } & Omit<LastUpdate, 'before' | 'round'>)
  | {
      readonly type: 'machineTrained';
      readonly at: number;
      readonly run: RunId;
      readonly steps: number;
      readonly cursor: number;
      readonly parameters: Parameters;
      readonly loss: number;
      readonly reference: ReferenceRun;
      /** The network rounded its weights up to here. These steps did not, and neither do later ones or rounds. */
      readonly unrounded?: true;
    }
  /** Cancelling of a round: its points are taken back and its samples come again. */
  | { readonly type: 'roundSkipped'; readonly at: number; readonly run: RunId; readonly round: number }
  /** End of an own run, after all its rounds. */
  | { readonly type: 'runEnded'; readonly at: number; readonly run: RunId };

export type ActivityEvent =
  /** Beginning of a step of the plan, by its index. */
  | { readonly type: 'stepBegun'; readonly at: number; readonly step: number }
  | { readonly type: 'activityOpened'; readonly at: number; readonly activity: Activity }
  | { readonly type: 'voteCast'; readonly at: number; readonly player: PlayerId; readonly term: Term }
  | { readonly type: 'guessMade'; readonly at: number; readonly player: PlayerId; readonly outputs: Vector }
  | {
      readonly type: 'activityClosed';
      readonly at: number;
      /** Time at which the clock moves on; null: the host does. */
      readonly phaseEndsAt: number | null;
    }
  | { readonly type: 'activityDismissed'; readonly at: number }
  /** Showing of an example on the projector; null: it is taken off. */
  | { readonly type: 'exampleShown'; readonly at: number; readonly example: Example | null };
