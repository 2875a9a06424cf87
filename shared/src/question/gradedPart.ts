import type { Interval } from './numbers/interval.ts';
import type { PlaceId } from './places/place.ts';
import type { Expression } from './numbers/expression.ts';
import type { Mistake, MistakeId, Part } from './question.ts';

/** A player's own accepted values of other parts, as given. */
export type AcceptedValues = Partial<Readonly<Record<Part, number>>>;

/** Two mistakes with the same value, in the order in which they are named; or one that gives the right value. */
export type EquivalentPair = readonly [MistakeId, MistakeId | 'right'];

/** The value of a known mistake in one part. */
export interface Candidate {
  readonly id: MistakeId;
  readonly value: number;
  /** Place to look at. */
  readonly place: () => PlaceId;
  /** Working that a player who makes this mistake would write down. */
  readonly working: Expression;
}

/** A part answered with a number. */
export interface NumberPart {
  readonly type: 'number';
  readonly truth: number;
  /** Values that honest work with the displayed numbers can reach, each step rounded to 3 figures. */
  readonly honest: Interval;
  readonly accepted: Interval;
  /** Value that follows from the player's own earlier values; undefined where none was carried forward. */
  readonly carried: (accepted: AcceptedValues) => number | undefined;
  /**
   * Values of all known mistakes, in the order in which mistakes are named.
   *
   * @param own  values that the player goes on from in place of the true ones
   */
  readonly candidates: (own?: AcceptedValues) => readonly Candidate[];
  /** Mistakes that have the same value by algebra in this question. */
  readonly alike: () => readonly EquivalentPair[];
}

/** A part answered with a set of places. */
export interface PlacesPart {
  readonly type: 'places';
  readonly truth: readonly PlaceId[];
  readonly isPlace: (id: string) => boolean;
  readonly explain: (taken: ReadonlySet<PlaceId>) => readonly Mistake[];
}

/** A part answered by choosing. */
export interface ChoicePart {
  readonly type: 'choice';
  readonly truth: string;
  readonly options: readonly string[];
  readonly explain: (chosen: string) => readonly Mistake[];
}

export type GradedPart = NumberPart | PlacesPart | ChoicePart;
