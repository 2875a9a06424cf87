import type { Part } from '../question/question.ts';
import type { NetworkFile } from '../lesson/networkFile.ts';
import type { PlayerId, RunId, Settings } from './state.ts';

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

export type PlayerCommand = SubmitAnswer;

export type HostCommand =
  | { readonly type: 'start' }
  /** answering → reveal → update → next round */
  | { readonly type: 'next' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'addTime'; readonly ms: number }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'end' };

/** What the room itself says: it knows who came and went. */
export type RoomCommand =
  | {
      readonly type: 'createSession';
      readonly id: string;
      readonly seed: number;
      readonly file: NetworkFile;
      readonly settings: Settings;
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
