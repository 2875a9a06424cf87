import type { EdgeRef, UnitRef } from '../maths/unit.ts';
import type { MistakeId } from './mistakes/mistakes.ts';
import type { PlaceId } from './place.ts';

export { MISTAKE_IDS, type MistakeId } from './mistakes/mistakes.ts';

/** What can be asked, in the order in which it is learnt. Each has one module in `kinds/`. */
export const QUESTION_KINDS = [
  'belly',
  'output',
  'forward',
  'wholeForward',
  'valve',
  'error',
  'contribution',
  'update',
  'blank',
  'debug',
  'nudge',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/**
 * A part of a question, graded by itself. Those of one unit name it: belly sum `u:h1`, output `a:h1`, valve `f:h1`,
 * error `e:y1`.
 *
 * Of a contribution: places (a set), S (at hidden units; at an output it is a place), the parcel δ, the gradient G. In
 * a relay the own places (valve and input) come first, and `places` are what arrives. A bonus is the gradient of a
 * further weight. Of an update: direction (up or down), the next weight. Of a wrong working: the wrong term. Of a nudge: the estimate of G.
 */
export type Part =
  | 'own'
  | 'places'
  | 'S'
  | 'delta'
  | 'G'
  | 'direction'
  | 'next'
  | 'term'
  | 'estimate'
  | 'bonus'
  | `${'u' | 'a' | 'f' | 'e'}:${string}`;

export const PART_KINDS = [
  'own',
  'places',
  'S',
  'delta',
  'G',
  'direction',
  'next',
  'term',
  'estimate',
  'bonus',
  'u',
  'a',
  'f',
  'e',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** `u` for `u:h1`, and so on. */
export function partKind(part: Part): PartKind {
  const colon = part.indexOf(':');
  return (colon < 0 ? part : part.slice(0, colon)) as PartKind;
}

/** The unit that a part names: `h1` for `u:h1`; undefined for a part of no one unit. */
export function partUnit(part: Part): string | undefined {
  const colon = part.indexOf(':');
  return colon < 0 ? undefined : part.slice(colon + 1);
}

/** Whether text could name a part; which parts a question has is its own affair. */
export function isPart(text: string): text is Part {
  return /^(?:own|bonus|places|S|delta|G|direction|next|term|estimate|[uafe]:[hy]\d{1,2}(?:\.\d{1,2})?)$/.test(
    text,
  );
}

/** How much is done for a player: *see* only taps places, *work* computes too, *blank* gives nothing but G. */
export const HELP_LEVELS = ['see', 'work', 'blank'] as const;
export type HelpLevel = (typeof HELP_LEVELS)[number];

/** The terms of a written-out set of three, and what they come to. */
export const TERMS = ['S', 'slope', 'input', 'product'] as const;
export type Term = (typeof TERMS)[number];

/** A set of three as somebody worked it out; null: that term was left out. */
export type WrittenWorking = Readonly<Record<Term, number | null>>;

/** What a player is shown for its question besides the network. */
export type Given =
  | { readonly type: 'gradient'; readonly G: number }
  | { readonly type: 'working'; readonly working: WrittenWorking };

/** What is asked of one unit, for one sample. */
export interface Question {
  readonly kind: QuestionKind;
  readonly unit: UnitRef;
  /** ◆; null where no weight is in question. */
  readonly edge: EdgeRef | null;
  /** Index into the network's data. */
  readonly sample: number;
  /** In the order in which they are asked. */
  readonly parts: readonly Part[];
  readonly given: Given | null;
}

/** The right answers, also to parts that were not asked. Secret until the run's reveal. */
export type Truth = Readonly<
  Partial<Record<Exclude<Part, 'own' | 'places' | 'direction' | 'term'>, number>>
> & {
  /** In a relay: valve and input; `places` are the others then. */
  readonly own?: readonly PlaceId[];
  readonly places?: readonly PlaceId[];
  readonly direction?: string;
  readonly term?: string;
};

/** A recognised mistake and the place to look at (never a value). */
export interface Mistake {
  readonly id: MistakeId;
  readonly place: PlaceId;
  /** Comes to the same by algebra as the first one: nobody can tell which of them it was. */
  readonly same?: true;
}

/**
 * What the referee says of one answer. Only `wrong` and `correct` use up a try.
 *
 * `read` echoes the number as it was read; null for places, choices and what could not be read.
 */
export type Verdict =
  | { readonly outcome: 'unreadable' }
  | { readonly outcome: 'needsDigits'; readonly read: number }
  | { readonly outcome: 'correct'; readonly read: number | null }
  | { readonly outcome: 'wrong'; readonly read: number | null; readonly mistakes: readonly Mistake[] };
