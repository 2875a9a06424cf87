import type { Part } from '../question/part.ts';
import type { PlayerId, RunId } from './ids.ts';

/**
 * Texts that people typed, kept beside the log of a session, where they can be erased: a log is never changed, and a
 * text can hold a name or a telephone number. No rule depends on them but one, that unread text sent twice is taken once.
 */

/** A text, and the key under which it replaces the one before. */
export interface TypedText {
  readonly key: string;
  readonly text: string;
}

/** Texts of a session by key. One that is missing has been erased. */
export interface Texts {
  get(key: string): string | undefined;
}

export const NO_TEXTS: Texts = new Map<string, string>();

/** Key of the text of a player's newest answer to a part in a run. Earlier texts are not kept. */
export function answerTextKey(player: PlayerId, run: RunId, part: Part): string {
  return `${player}/${run}/${part}`;
}
