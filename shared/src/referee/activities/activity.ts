import type { Network, Sample, Vector } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import type { MistakeId, Term, WrittenWorking } from '../../question/question.ts';
import type { PlayerId } from '../ids.ts';

interface Timed {
  readonly since: number;
  /** Last moment for answers, ms since the epoch; null: until the host closes the activity. Once closed: its end. */
  readonly deadlineAt: number | null;
  /** Time from which on the outcome is shown; null while answers are taken. */
  readonly closedAt: number | null;
}

/** A vote on where the slip is in a wrong working: the most frequent mistake of a round, without a name. */
export interface Vote extends Timed {
  readonly type: 'vote';
  readonly network: Network;
  readonly sample: Sample;
  readonly edge: EdgeRef;
  readonly working: WrittenWorking;
  /** Term with the slip; secret until the vote is closed. */
  readonly term: Term;
  readonly mistake: MistakeId;
  readonly votes: Readonly<Record<PlayerId, Term>>;
}

/** A trial of the network on an input of its own, usually one that is not in the data. */
export interface Trial extends Timed {
  readonly type: 'trial';
  readonly x: Vector;
  /** Players' guesses of the network's outputs, [output]. */
  readonly guesses: Readonly<Record<PlayerId, Vector>>;
}

/** An exit ticket: every player answers alone about the same new network, in an own run. */
export interface ExitTicket extends Timed {
  readonly type: 'exitTicket';
  readonly network: Network;
  readonly data: readonly Sample[];
}

/** A step in which the teacher speaks: nothing is asked, and it has no outcome. */
interface Talk extends Timed {
  readonly type: 'talk';
}

/** Activity in which players are asked something. */
export type Asking = Vote | Trial | ExitTicket;

export type Activity = Asking | Talk;

/** Tells whether answers to an activity are still taken, after which it is closed and its outcome shown. */
export function takesAnswers(activity: Activity | null): activity is Asking {
  return activity !== null && activity.type !== 'talk' && activity.closedAt === null;
}

/** Exit ticket of the present activity; undefined where there is none. */
export function ticketOf({ activity }: { readonly activity: Activity | null }): ExitTicket | undefined {
  return activity?.type === 'exitTicket' ? activity : undefined;
}

/**
 * Times of an activity that opens now.
 *
 * @param at  time of opening, ms since the epoch
 * @param ms  time for answers; null: until the host closes the activity
 */
export function activityTiming(at: number, ms: number | null): Timed {
  return { since: at, deadlineAt: ms === null ? null : at + ms, closedAt: null };
}
