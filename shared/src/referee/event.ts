import type { Network, Parameters, Sample } from '../maths/network.ts';
import type { Part, Verdict } from '../question/question.ts';
import type { Deadlines, Lane, PlayerId, Results, RunId, Seat, Settings } from './state.ts';

/**
 * What has happened. Plain JSON that carries every outcome, so that folding it computes nothing: a log made on one
 * engine gives the same state, bit for bit, on every other.
 */
export type Event =
  | {
      readonly type: 'sessionCreated';
      readonly at: number;
      readonly id: string;
      readonly seed: number;
      readonly title: string;
      readonly network: Network;
      readonly data: readonly Sample[];
      readonly settings: Settings;
    }
  | {
      readonly type: 'playerJoined';
      readonly at: number;
      readonly player: PlayerId;
      readonly run: RunId | null;
    }
  | { readonly type: 'playerLeft'; readonly at: number; readonly player: PlayerId }
  | { readonly type: 'playerReturned'; readonly at: number; readonly player: PlayerId }
  | {
      readonly type: 'sessionStarted';
      readonly at: number;
      readonly teams: readonly { readonly run: RunId; readonly players: readonly PlayerId[] }[];
      /** Mean loss of the network that everyone starts from. */
      readonly loss: number;
    }
  | {
      readonly type: 'roundOpened';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly cursor: number;
      readonly lanes: readonly Lane[];
      readonly seats: readonly Seat[];
      readonly deadlines: Deadlines;
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
      readonly type: 'roundRevealed';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      /** When the clock goes on; null: when the host does. */
      readonly phaseEndsAt: number | null;
    }
  | {
      readonly type: 'weightsUpdated';
      readonly at: number;
      readonly run: RunId;
      readonly round: number;
      readonly gradients: Parameters;
      readonly parameters: Parameters;
      /** Mean loss over the data with the new weights. */
      readonly loss: number;
      readonly phaseEndsAt: number | null;
    }
  | { readonly type: 'sessionPaused'; readonly at: number }
  | {
      readonly type: 'sessionResumed';
      readonly at: number;
      readonly deadlines: Readonly<Record<RunId, Deadlines>>;
    }
  | {
      readonly type: 'deadlinesMoved';
      readonly at: number;
      readonly deadlines: Readonly<Record<RunId, Deadlines>>;
    }
  | { readonly type: 'sessionLocked'; readonly at: number; readonly locked: boolean }
  | { readonly type: 'sessionEnded'; readonly at: number; readonly results: Results };
