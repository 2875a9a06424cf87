import type { NetworkFile } from '../network/networkFile.ts';
import type { HostCommand, PlayerCommand } from '../protocol/commands.ts';
import type { CatchUpRound } from './ownRuns/catchUpRound.ts';
import type { Settings } from './session/settings.ts';
import type { PlayerId } from './session/state.ts';

export type { HostCommand, PlayerCommand } from '../protocol/commands.ts';
export type SubmitAnswer = Extract<PlayerCommand, { type: 'submitAnswer' }>;

/** Commands that the room itself gives, such as a player's arrival. Clients never send them, so they have no schema. */
export type RoomCommand =
  | {
      readonly type: 'createSession';
      readonly id: string;
      readonly seed: number;
      readonly file: NetworkFile;
      readonly settings: Settings;
      readonly catchUpRounds?: readonly CatchUpRound[];
    }
  | { readonly type: 'joinPlayer'; readonly player: PlayerId }
  | { readonly type: 'playerLeft'; readonly player: PlayerId }
  | { readonly type: 'playerReturned'; readonly player: PlayerId }
  /** Reports that the session's own time is over, as when nobody has used it for long. */
  | { readonly type: 'expire' }
  /** Reports that time has passed, so that all that is due by the clock happens. */
  | { readonly type: 'tick' }
  /** Reports that the server was away for `awayMs`, which deadlines then do not count. */
  | { readonly type: 'reopen'; readonly awayMs: number };

/** Commands that the referee decides on, by the role that may send them. */
export interface CommandsByRole {
  readonly player: PlayerCommand;
  readonly host: HostCommand;
  readonly room: RoomCommand;
}
export type Command = CommandsByRole[keyof CommandsByRole];

/** Sender of a command. The room takes it from the token, never from the client. */
export type Actor =
  | { readonly role: 'player'; readonly player: PlayerId }
  | { readonly role: 'host' }
  | { readonly role: 'room' };

/** A command with its sender and its time. `at`: ms since the epoch, set by the caller of the referee. */
export interface Stamped<Of = Command> {
  readonly command: Of;
  readonly by: Actor;
  readonly at: number;
}
