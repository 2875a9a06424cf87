import type { AnswerReply } from '../question/question.ts';
import { REJECTIONS } from '../referee/rejection.ts';
import type { HostRow, PlayerView } from '../referee/view.ts';
import { z } from '../zod.ts';
import { Role, token } from './http.ts';

/**
 * Messages between a room and its clients. A client enters with a token in the options, which travel in a request
 * body. Public state is a Colyseus map of `EntryPath` → JSON; private data are messages. Each message is one schema,
 * its type inferred. A view is checked only to be an object: the referee's own functions made it, and it is large.
 */

export const ROOM_NAME = 'session';

/** Options with which a client enters a room. `wire` is the page's WIRE_VERSION. */
export const EnterOptions = z.object({ token, wire: z.int().optional() });
export type EnterOptions = z.infer<typeof EnterOptions>;

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

/**
 * Reply to a command (`room.request('command', …)`). A verdict is sent only after the journal has stored it; a host's
 * command is accepted without one.
 */
export const Reply = z.discriminatedUnion('accepted', [
  z.object({ accepted: z.literal(true), verdict: z.custom<AnswerReply>(isRecord).exactOptional() }),
  z.object({ accepted: z.literal(false), rejection: z.enum(REJECTIONS) }),
]);
export type Reply = Readonly<z.infer<typeof Reply>>;

/** Messages from the room to one client, by name. */
export const ROOM_MESSAGES = {
  /** First message after entering. */
  welcome: z.object({
    role: Role,
    code: z.string(),
    at: z.number(),
    player: z.string().nullable(),
    nickname: z.string().nullable(),
    /** Set for the host only. */
    projectorToken: z.string().nullable(),
  }),
  /** Heartbeat with the server's clock; the client answers `pong` from its handler. */
  ping: z.object({ at: z.number() }),
  /** View of one player, sent to that player whenever it changed. */
  mine: z.custom<PlayerView>(isRecord),
  /** Rows of the host's player table: all of them on entering, then only those that changed. */
  host: z.object({
    /** True: these are all rows; false: they replace or add to earlier ones. */
    whole: z.boolean(),
    /** Rows by player; null: the player has been removed. */
    rows: z.record(z.string(), z.custom<HostRow>(isRecord).nullable()),
  }),
} as const;
export type MessageName = keyof typeof ROOM_MESSAGES;
export type RoomMessages = {
  readonly [Name in MessageName]: Readonly<z.infer<(typeof ROOM_MESSAGES)[Name]>>;
};
export type Welcome = RoomMessages['welcome'];

/** Merges changed rows into the host's rows; null removes the row of a player who was sent away. */
export function putRows(
  before: Readonly<Record<string, HostRow>>,
  rows: Readonly<Record<string, HostRow | null>>,
): Record<string, HostRow> {
  return Object.fromEntries(
    Object.entries({ ...before, ...rows }).flatMap(([id, row]) => (row ? [[id, row]] : [])),
  );
}
