import type { PublicView, SessionView } from '@relay/shared/referee/view';

/** Activity of the class between two rounds. */
export type Activity = NonNullable<SessionView['activity']>;
export type Vote = Extract<Activity, { type: 'vote' }>;
export type Trial = Extract<Activity, { type: 'trial' }>;
export type ExitTicket = Extract<Activity, { type: 'exitTicket' }>;

/** Activity in which the class is asked something. */
export type Asking = Exclude<Activity, { type: 'talk' }>;

export function activityOf(view: PublicView | null): Activity | null {
  return view?.session['']?.activity ?? null;
}
