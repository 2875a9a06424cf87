import type { NetworkFile } from '../lesson/networkFile.ts';
import type { Vector } from '../maths/network.ts';
import type { Part, Term } from '../question/question.ts';
import type { TimeFactor } from './clock.ts';
import type { CourseRound } from './course.ts';
import type { RunId } from './run.ts';
import type { Changes, Settings } from './settings.ts';
import type { PlayerId, Shown } from './state.ts';

/** A player hands in one part of its question. `answerId` is the player's own and makes a resend harmless. */
export interface SubmitAnswer {
  readonly type: 'submitAnswer';
  readonly answerId: string;
  readonly run: RunId;
  readonly round: number;
  readonly part: Part;
  /** Exactly as typed; for `places` their ids, separated by blanks. */
  readonly raw: string;
}

/** Which round a player speaks of. */
interface InRound {
  readonly run: RunId;
  readonly round: number;
}

export type PlayerCommand =
  | SubmitAnswer
  /** Where to look for a part; it is worth half from then on. */
  | ({ readonly type: 'takeHint'; readonly part: Part } & InRound)
  /** While the parcel is on its way: will the own ◆ go up or down? */
  | ({ readonly type: 'placeBet'; readonly up: boolean } & InRound)
  /** While there is nothing else to do: a further ◆; without a seat, a question to warm up with. */
  | ({ readonly type: 'askBonus' } & InRound)
  /** Who has more time gives up what it was finishing, and takes its seat in the next round. */
  | { readonly type: 'stopFinishing'; readonly run: RunId; readonly round: number }
  /** On to the next phase of the own run. */
  | { readonly type: 'goOn'; readonly run: RunId }
  | { readonly type: 'castVote'; readonly term: Term }
  | { readonly type: 'makeGuess'; readonly outputs: Vector };

export type HostCommand =
  | { readonly type: 'start' }
  /** [forward →] answering → reveal → update → next round or next step of the plan */
  | { readonly type: 'next' }
  /** The present round is as if it had not been; the present step of the plan is passed over. */
  | { readonly type: 'skip' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'addTime'; readonly ms: number }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'end' }
  /** Other rules from the next round on; in the lobby also other teams. */
  | { readonly type: 'changeRules'; readonly changes: Changes }
  | { readonly type: 'show'; readonly shown: Partial<Shown> }
  /** The new name itself is kept beside the log, where it can be deleted. */
  | { readonly type: 'renamePlayer'; readonly player: PlayerId; readonly name: string }
  | { readonly type: 'removePlayer'; readonly player: PlayerId; readonly banned: boolean }
  /** To another team from the next round on; null: to a new team. A unit is kept for one round. */
  | {
      readonly type: 'movePlayer';
      readonly player: PlayerId;
      readonly run: RunId | null;
      readonly unit: string | null;
    }
  | { readonly type: 'giveTime'; readonly player: PlayerId; readonly factor: TimeFactor }
  /** So many true steps, of all teams, between rounds. */
  | { readonly type: 'trainMachine'; readonly steps: number }
  | { readonly type: 'openVote' }
  | { readonly type: 'openTrial'; readonly x: Vector }
  | { readonly type: 'openSheet' }
  /** After the end: the same class from the beginning, or the same teams with their weights and other rules. */
  | { readonly type: 'playAgain' }
  | { readonly type: 'continueLesson'; readonly changes: Changes };

/** What the room itself says: it knows who came and went. */
export type RoomCommand =
  | {
      readonly type: 'createSession';
      readonly id: string;
      readonly seed: number;
      readonly file: NetworkFile;
      readonly settings: Settings;
      readonly course?: readonly CourseRound[];
    }
  | { readonly type: 'joinPlayer'; readonly player: PlayerId }
  | { readonly type: 'playerLeft'; readonly player: PlayerId }
  | { readonly type: 'playerReturned'; readonly player: PlayerId }
  /** Time has passed: whatever is due by the clock happens. */
  | { readonly type: 'tick' }
  /** The server was away: time that nobody could use does not count. */
  | { readonly type: 'reopen'; readonly awayMs: number };

/** What a person at a screen can ask for. */
export type Intention = PlayerCommand | HostCommand;

/** Who says it. The room finds this out from the token; it never comes from the client. */
export type Actor =
  | { readonly role: 'player'; readonly player: PlayerId }
  | { readonly role: 'host' }
  | { readonly role: 'room' };

/** A command with who and when on it. `at` is milliseconds since the epoch, given by whoever runs the referee. */
export interface Stamped<Command = Intention | RoomCommand> {
  readonly command: Command;
  readonly by: Actor;
  readonly at: number;
}
