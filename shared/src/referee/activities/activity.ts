import type { Network, Sample, Vector } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import type { MistakeId, Term, WrittenWorking } from '../../question/question.ts';
import type { PlayerId } from '../ids.ts';

interface Timed {
  readonly since: number;
  /** Until when it takes answers; null: until the host closes it. */
  readonly deadlineAt: number | null;
  /** From when on its outcome is shown. */
  readonly closedAt: number | null;
}

/** "Somebody got this wrong. Where is the slip?" The most frequent mistake of a round, nameless. */
export interface Vote extends Timed {
  readonly type: 'vote';
  readonly network: Network;
  readonly sample: Sample;
  readonly edge: EdgeRef;
  readonly working: WrittenWorking;
  /** Secret until it is closed. */
  readonly term: Term;
  readonly mistake: MistakeId;
  readonly votes: Readonly<Record<PlayerId, Term>>;
}

/** "What will the network say to this?" Something that it never saw. */
export interface Trial extends Timed {
  readonly type: 'trial';
  readonly x: Vector;
  /** What people think the network's outputs will be. */
  readonly guesses: Readonly<Record<PlayerId, Vector>>;
}

/** The exit ticket: everyone alone with a network that nobody has seen, in a run of its own. */
export interface ExitTicket extends Timed {
  readonly type: 'exitTicket';
  readonly network: Network;
  readonly data: readonly Sample[];
}

export type Activity = Vote | Trial | ExitTicket;

/** The exit ticket that is open; undefined where there is none. */
export function ticketOf({ activity }: { readonly activity: Activity | null }): ExitTicket | undefined {
  return activity?.type === 'exitTicket' ? activity : undefined;
}

/**
 * @param at  when it is opened
 * @param ms  how long it takes answers; null: until it is closed
 */
export function activityTiming(at: number, ms: number | null): Timed {
  return { since: at, deadlineAt: ms === null ? null : at + ms, closedAt: null };
}
