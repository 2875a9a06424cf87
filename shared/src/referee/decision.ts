import type { AnswerReply } from '../question/question.ts';
import type { Event } from './event.ts';
import type { Rejection } from './rejection.ts';
import type { TypedText } from './texts.ts';

/** Outcome of a command: the events that it causes, none when nothing changes, or the reason for its rejection. */
export type Decision =
  | {
      readonly accepted: true;
      readonly events: readonly Event[];
      readonly verdict?: AnswerReply;
      /** Texts that were typed, to be kept beside the events. */
      readonly texts?: readonly TypedText[];
    }
  | { readonly accepted: false; readonly rejection: Rejection };

/** Accepts a command with the events that it causes. */
export function accept(...events: readonly Event[]): Extract<Decision, { accepted: true }> {
  return { accepted: true, events };
}

/** Rejects a command for a named reason. */
export function reject(rejection: Rejection): Decision {
  return { accepted: false, rejection };
}
