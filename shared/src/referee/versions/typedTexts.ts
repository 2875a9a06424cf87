import { answerTextKey, type TypedText } from '../texts.ts';
import type { EarlierEvent } from './step.ts';
import { upcast } from './upcast.ts';

/** Type of the events in which versions up to 3 kept what a person had typed. */
const TYPED_IN = 'answerGraded';
/** First version whose events hold no text that a person has typed. */
export const FIRST_WITHOUT_TEXT = 4;

/**
 * Text that an event of an earlier version holds, and that is kept beside the log today.
 *
 * @returns undefined where it holds none, or only what today's event holds, too
 */
export function typedTextIn(event: EarlierEvent, version: number): TypedText | undefined {
  const { raw } = event;
  if (version >= FIRST_WITHOUT_TEXT || event.type !== TYPED_IN || typeof raw !== 'string') return undefined;
  const { player, run, part, given } = upcast(event, version) as unknown as {
    readonly player: string;
    readonly run: string;
    readonly part: Parameters<typeof answerTextKey>[2];
    readonly given: string | null;
  };
  return given === null ? { key: answerTextKey(player, run, part), text: raw } : undefined;
}
