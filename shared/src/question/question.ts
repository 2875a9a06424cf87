import type { EdgeRef, UnitRef } from '../maths/unit.ts';
import type { MistakeId } from './mistakes/mistakes.ts';
import type { Part, Term } from './part.ts';
import type { PlaceId } from './places/placeId.ts';

export { MISTAKE_IDS, type MistakeId } from './mistakes/mistakes.ts';
export {
  isPart,
  type Part,
  type PartKind,
  partKind,
  partUnit,
  type Term,
  TERMS,
  type Truth,
} from './part.ts';

/**
 * Names of the question kinds. Every module in `kinds/` adds its own; `kinds.ts` lists them.
 * @public for those modules, which declare it again
 */
export interface QuestionKinds {}
export type QuestionKind = keyof QuestionKinds;

/** Help levels: *see* asks only for places, *work* also for the values on the way, *blank* only for G. */
export const HELP_LEVELS = ['see', 'work', 'blank'] as const;
export type HelpLevel = (typeof HELP_LEVELS)[number];

/** Terms of a set of three as written down by somebody; null: that term was left out. */
export type WrittenWorking = Readonly<Record<Term, number | null>>;

/** Values that a player is shown for a question besides the network. */
export type Given =
  | { readonly type: 'gradient'; readonly G: number }
  | { readonly type: 'working'; readonly working: WrittenWorking };

/** A question about one unit, for one sample. */
export interface Question {
  readonly kind: QuestionKind;
  readonly unit: UnitRef;
  /** Weight or bias in question (◆); null where there is none. */
  readonly edge: EdgeRef | null;
  /** Index into the network's data. */
  readonly sample: number;
  /** Parts in the order in which they are asked. */
  readonly parts: readonly Part[];
  readonly given: Given | null;
}

/** A recognised mistake and the place to look at (never a value). */
export interface Mistake {
  readonly id: MistakeId;
  readonly place: PlaceId;
  /** Leads to the same number as the first mistake: the answer alone does not tell which of the two was made. */
  readonly same?: true;
  /** Made besides the first mistake: the answer shows both. */
  readonly also?: true;
}

/**
 * Verdict of the referee on one answer. Only `wrong` and `correct` use up a try.
 *
 * `read` echoes the number as it was read; null for places, choices and unreadable text.
 */
export type Verdict =
  | { readonly outcome: 'unreadable' }
  /** The right working in rougher figures than asked. */
  | { readonly outcome: 'needsDigits'; readonly read: number }
  /** A difference quotient of the lever that was not taken right beside the weight. */
  | { readonly outcome: 'longStep'; readonly read: number }
  | { readonly outcome: 'correct'; readonly read: number | null }
  | { readonly outcome: 'wrong'; readonly read: number | null; readonly mistakes: readonly Mistake[] };

/** An answer as it was read. It holds nothing that a person can type freely. */
export interface GivenAnswer {
  /** Ids of places, or name of an option; null where a number was read, or nothing. */
  readonly given: string | null;
  /** Number that was read; null for places and choices. */
  readonly read: number | null;
}

/** Verdict on an answer that was judged wrong before in the same part. It uses no try and is not stored. */
interface RepeatedVerdict {
  readonly outcome: 'repeated';
  readonly read: number | null;
}

/** Reply to an answer. */
export type AnswerReply = Verdict | RepeatedVerdict;
