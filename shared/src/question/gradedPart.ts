import type { Interval } from './numbers/interval.ts';
import type { PlaceId } from './places/place.ts';
import type { Expression } from './numbers/expression.ts';
import type { Mistake, MistakeId, Part } from './question.ts';

/** Values of parts that this player already has right, as it gave them. */
export type AcceptedValues = Partial<Readonly<Record<Part, number>>>;

/** Two mistakes that come to the same, in the order in which they are named; or one that comes to what is right. */
export type AlikePair = readonly [MistakeId, MistakeId | 'right'];

/** What a known mistake comes to. */
export interface Candidate {
  readonly id: MistakeId;
  readonly value: number;
  /** Where to look. */
  readonly place: () => PlaceId;
  /** How the one who made it would write it down. */
  readonly working: Expression;
}

/** A part that is answered with a number. */
export interface NumberPart {
  readonly type: 'number';
  readonly truth: number;
  /** What honest work with the shown numbers can come to, each step rounded to 3 figures. */
  readonly honest: Interval;
  readonly accepted: Interval;
  /** What the player's own earlier values lead to; undefined where nothing was carried forward. */
  readonly carried: (accepted: AcceptedValues) => number | undefined;
  /**
   * Every value that a known mistake would give, in the order in which mistakes are named.
   *
   * @param own  values that the player goes on from in place of the true ones
   */
  readonly candidates: (own?: AcceptedValues) => readonly Candidate[];
  /** Which mistakes come to the same by algebra in this question. */
  readonly alike: () => readonly AlikePair[];
}

/** A part that is answered with a set of places. */
export interface PlacesPart {
  readonly type: 'places';
  readonly truth: readonly PlaceId[];
  readonly isPlace: (id: string) => boolean;
  readonly explain: (taken: ReadonlySet<PlaceId>) => readonly Mistake[];
}

/** A part that is answered by choosing. */
export interface ChoicePart {
  readonly type: 'choice';
  readonly truth: string;
  readonly options: readonly string[];
  readonly explain: (chosen: string) => readonly Mistake[];
}

export type GradedPart = NumberPart | PlacesPart | ChoicePart;
