/** Times and sizes that both ends of the wire go by. Limits of the rules are the referee's `LIMITS`. */

export { MAX_NETWORK_FILE_BYTES } from '../network/text/readJson.ts';

export const HEARTBEAT_MS = 2_500;
/** Silence after which a connection counts as lost. */
export const SILENCE_MS = 9_000;
/** Path of the WebSocket by which a page checks its connection, without a session. */
export const CHECK_PATH = '/check/socket';
/** Code with which it is closed while too many pages are being checked. */
export const CHECK_FULL = 1_013;
export const MAX_MESSAGE_BYTES = 4_096;
/** Characters of a moment (`momentOf`), with room to spare. */
export const MAX_MOMENT_LENGTH = 100;
export const MAX_NICKNAME_GRAPHEMES = 20;
/** Characters of a name as typed: a grapheme can be made of many. */
export const MAX_TYPED_NAME_LENGTH = 400;
