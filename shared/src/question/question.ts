import type { PlaceId } from './place.ts';
import type { EdgeRef } from '../maths/unit.ts';

/** The parts of a contribution, graded one by one. `S` is asked of hidden units only: at an output it is a place. */
export const PARTS = ['places', 'S', 'delta', 'G'] as const;
export type Part = (typeof PARTS)[number];

/** The right answers. Secret until the run's reveal. */
export interface Truth {
  readonly places: readonly PlaceId[];
  /** S, the error that arrives, summed; null where it is not asked. */
  readonly S: number | null;
  /** δ, the parcel. */
  readonly delta: number;
  /** G = ∂E/∂w of this sample. */
  readonly G: number;
}

/** "What is the gradient of this weight, for this sample, and what is it made of?" */
export interface Question {
  readonly kind: 'contribution';
  /** ◆ */
  readonly edge: EdgeRef;
  /** Index into the network's data. */
  readonly sample: number;
  /** In the order in which they are asked. */
  readonly parts: readonly Part[];
}

export const MISTAKE_IDS = [
  'slope-missing',
  'slope-activation',
  'slope-of-output',
  'sign',
  'sum-one-path',
  'sum-no-weights',
  'sum-updated-weights',
  'sum-raw-error',
  'input-missing',
  'input-wrong',
  'input-own-output',
  'rate-applied',
  'slip',
] as const;
export type MistakeId = (typeof MISTAKE_IDS)[number];

/** A recognised mistake and the place to look at (never a value). */
export interface Mistake {
  readonly id: MistakeId;
  readonly place: PlaceId;
}

/**
 * What the referee says of one answer. Only `wrong` and `correct` use up a try.
 *
 * `read` echoes the number as it was read; null for places and for what could not be read.
 */
export type Verdict =
  | { readonly outcome: 'unreadable' }
  | { readonly outcome: 'needsDigits'; readonly read: number }
  | { readonly outcome: 'correct'; readonly read: number | null }
  | { readonly outcome: 'wrong'; readonly read: number | null; readonly mistakes: readonly Mistake[] };
