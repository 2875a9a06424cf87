import type { Network, Parameters, Sample, Vector } from '../maths/network.ts';
import type { Part, Term, Verdict } from '../question/question.ts';
import type { Activity } from './activities/activity.ts';
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
 * What has happened. Plain JSON that carries every outcome, so that folding it computes nothing: a log made on one
 * engine gives the same state, bit for bit, on every other.
 */
export type Event = SessionEvent | PlayerEvent | RoundEvent | ActivityEvent;

/** Where the clocks stand after they were moved. */
export interface Clocks {
  readonly deadlines: Readonly<Record<RunId, Deadlines>>;
  /** Of lanes that go layer by layer, by run. */
  readonly lanes: Readonly<Record<RunId, readonly LaneProgress[]>>;
  /** Of those who finish privately, by run and player. */
  readonly finishing: Readonly<Record<RunId, Readonly<Record<PlayerId, number>>>>;
  /** Of what is done between rounds; null where there is none. */
  readonly activity: number | null;
}

/** A run that is there from the start, and who plays in it. */
export type StartedRun =
  | { readonly kind: 'team'; readonly run: RunId; readonly players: readonly PlayerId[] }
  | { readonly kind: 'own'; readonly run: RunId; readonly owner: PlayerId };

export type SessionEvent =
  | {
      readonly type: 'sessionCreated';
      readonly at: number;
      readonly id: string;
      readonly seed: number;
      readonly title: string;
      readonly network: Network;
      readonly data: readonly Sample[];
      readonly settings: Settings;
      /** Absent: there is no class to catch up with. */
      readonly catchUpRounds?: readonly CatchUpRound[];
    }
  | {
      readonly type: 'sessionStarted';
      readonly at: number;
      readonly runs: readonly StartedRun[];
      /** Mean loss of the network that everyone starts from. */
      readonly loss: number;
    }
  /** A team or an own run that was not there at the start. */
  | ({
      readonly type: 'runOpened';
      readonly at: number;
      readonly run: RunId;
      readonly loss: number;
    } & ({ readonly kind: 'team' } | { readonly kind: 'own'; readonly owner: PlayerId }))
  /** Who has no seat while others answer is given a network that is nobody's; the question about it comes right after. */
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
  /** Back to the lobby, or on with the same teams and weights. */
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
  /** The answers of a layer are in or its time is up: what is true travels on. */
  | {
      readonly type: 'layerClosed';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      /** Of all lanes of the round. */
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
      readonly raw: string;
      readonly verdict: Verdict;
      /** Tries used for this part, this one included. */
      readonly tries: number;
      /** Points that this answer brings for its part. */
      readonly points: number;
      /** What comes on top when it completes a question without a miss; 0 otherwise. */
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
      /** When the clock goes on; null: when the host does. */
      readonly phaseEndsAt: number | null;
      /** How the bets came out, and what each brings. */
      readonly bets: readonly {
        readonly player: PlayerId;
        readonly won: boolean | null;
        readonly points: number;
      }[];
      /** Who goes on alone, and until when. */
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
    }
  /** The round is as if it had not been. */
  | { readonly type: 'roundSkipped'; readonly at: number; readonly run: RunId; readonly round: number }
  /** An own run has played all its rounds. */
  | { readonly type: 'runEnded'; readonly at: number; readonly run: RunId };

export type ActivityEvent =
  /** The next step of the plan has begun; −1: there is none. */
  | { readonly type: 'stepBegun'; readonly at: number; readonly step: number }
  | { readonly type: 'activityOpened'; readonly at: number; readonly activity: Activity }
  | { readonly type: 'voteCast'; readonly at: number; readonly player: PlayerId; readonly term: Term }
  | { readonly type: 'guessMade'; readonly at: number; readonly player: PlayerId; readonly outputs: Vector }
  | {
      readonly type: 'activityClosed';
      readonly at: number;
      /** When the clock goes on; null: when the host does. */
      readonly phaseEndsAt: number | null;
    }
  | { readonly type: 'activityDismissed'; readonly at: number };
