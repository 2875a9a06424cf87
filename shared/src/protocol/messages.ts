import type { Verdict } from '../question/question.ts';
import { REJECTIONS } from '../referee/rejection.ts';
import type { HostRow, PlayerView } from '../referee/view.ts';
import { z } from '../zod.ts';
import { Role, token } from './http.ts';

/**
 * A room is entered with a token in the options (they travel in a body). Public state is a Colyseus map of
 * `EntryPath` → JSON; private things are messages. Each message is one schema, its type inferred. Of a view only the
 * outside is checked: it comes from the referee's own functions and is large.
 */

export const ROOM_NAME = 'session';

/** The options with which a room is entered. `wire` is the page's WIRE_VERSION. */
export const EnterOptions = z.object({ token, wire: z.int().optional() });
export type EnterOptions = z.infer<typeof EnterOptions>;

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

/**
 * The answer to a command (`room.request('command', …)`). A verdict comes only after the journal has it.
 * Accepted without a verdict: the host's commands.
 */
export const Reply = z.discriminatedUnion('accepted', [
  z.object({ accepted: z.literal(true), verdict: z.custom<Verdict>(isRecord).exactOptional() }),
  z.object({ accepted: z.literal(false), rejection: z.enum(REJECTIONS) }),
]);
export type Reply = Readonly<z.infer<typeof Reply>>;

/** Messages from the room to one client, by name. */
export const ROOM_MESSAGES = {
  /** First of all after entering. */
  welcome: z.object({
    role: Role,
    code: z.string(),
    at: z.number(),
    player: z.string().nullable(),
    nickname: z.string().nullable(),
    /** To the host only. */
    projectorToken: z.string().nullable(),
  }),
  /** Heartbeat with the server's clock; the client answers `pong` from its handler. */
  ping: z.object({ at: z.number() }),
  /** A player's own view, whenever it changed. */
  mine: z.custom<PlayerView>(isRecord),
  /** The host's table, whole on entering, then only the rows that changed. */
  host: z.object({
    /** True: these are all rows; false: put them over the ones you have. */
    whole: z.boolean(),
    /** null: gone. */
    rows: z.record(z.string(), z.custom<HostRow>(isRecord).nullable()),
  }),
} as const;
export type MessageName = keyof typeof ROOM_MESSAGES;
export type RoomMessages = {
  readonly [Name in MessageName]: Readonly<z.infer<(typeof ROOM_MESSAGES)[Name]>>;
};
export type Welcome = RoomMessages['welcome'];

/** The host's rows with others put over them; a player who was sent away has none. */
export function putRows(
  before: Readonly<Record<string, HostRow>>,
  rows: Readonly<Record<string, HostRow | null>>,
): Record<string, HostRow> {
  return Object.fromEntries(
    Object.entries({ ...before, ...rows }).flatMap(([id, row]) => (row ? [[id, row]] : [])),
  );
}
