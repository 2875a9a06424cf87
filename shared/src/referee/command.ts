import type { NetworkFile } from '../network/networkFile.ts';
import type { HostCommand, PlayerCommand } from '../protocol/commands.ts';
import type { CatchUpRound } from './ownRuns/catchUpRound.ts';
import type { Settings } from './session/settings.ts';
import type { PlayerId } from './session/state.ts';

export type { HostCommand, PlayerCommand } from '../protocol/commands.ts';
export type SubmitAnswer = Extract<PlayerCommand, { type: 'submitAnswer' }>;

/** Commands of the room itself, which knows who came and went. They never come from outside and have no schema. */
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
  /** Time has passed: whatever is due by the clock happens. */
  | { readonly type: 'tick' }
  /** The server was away: time that nobody could use does not count. */
  | { readonly type: 'reopen'; readonly awayMs: number };

/** What the referee decides on, by the role that may say it. */
export interface CommandsByRole {
  readonly player: PlayerCommand;
  readonly host: HostCommand;
  readonly room: RoomCommand;
}
export type Command = CommandsByRole[keyof CommandsByRole];

/** The sender of a command. The room finds this out from the token; it never comes from the client. */
export type Actor =
  | { readonly role: 'player'; readonly player: PlayerId }
  | { readonly role: 'host' }
  | { readonly role: 'room' };

/** A command with its sender and its time. `at` is milliseconds since the epoch, given by whoever runs the referee. */
export interface Stamped<Of = Command> {
  readonly command: Of;
  readonly by: Actor;
  readonly at: number;
}
