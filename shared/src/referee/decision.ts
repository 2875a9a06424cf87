import type { Verdict } from '../question/question.ts';
import type { Event } from './event.ts';
import type { Rejection } from './rejection.ts';

/** What the referee makes of a command: what happened, or why nothing did. Never silence. */
export type Decision =
  | { readonly accepted: true; readonly events: readonly Event[]; readonly verdict?: Verdict }
  | { readonly accepted: false; readonly rejection: Rejection };

export function accept(...events: readonly Event[]): Decision {
  return { accepted: true, events };
}

export function reject(rejection: Rejection): Decision {
  return { accepted: false, rejection };
}
