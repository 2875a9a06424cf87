/** Times and sizes that both ends of the wire go by. What the rules of the game limit is `LIMITS` of the referee. */

export const HEARTBEAT_MS = 2_500;
/** Without a sign of life for so long, the other side is dead. */
export const SILENCE_MS = 9_000;
export const MAX_MESSAGE_BYTES = 4_096;
/** A network file travels in the body of `POST /api/sessions`. */
export const MAX_NETWORK_FILE_BYTES = 256 * 1024;
export const MAX_NICKNAME_GRAPHEMES = 20;
/** Characters of a name as typed: a grapheme can be made of many. */
export const MAX_TYPED_NAME_LENGTH = 400;
