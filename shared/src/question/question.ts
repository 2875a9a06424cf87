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
 * The names of the kinds of questions. Every module in `kinds/` adds its own; `kinds.ts` lists them.
 * @public for those modules, which declare it again
 */
export interface QuestionKinds {}
export type QuestionKind = keyof QuestionKinds;

/** How much is done for a player: *see* only taps places, *work* computes too, *blank* gives nothing but G. */
export const HELP_LEVELS = ['see', 'work', 'blank'] as const;
export type HelpLevel = (typeof HELP_LEVELS)[number];

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
