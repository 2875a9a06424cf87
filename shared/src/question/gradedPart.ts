import type { Interval } from './interval.ts';
import type { PlaceId } from './place.ts';
import type { Mistake, Part } from './question.ts';

/** Values of parts that this player already has right, as it gave them. */
export type AcceptedValues = Partial<Readonly<Record<Part, number>>>;

/** What a known mistake comes to. */
export interface Candidate extends Mistake {
  readonly value: number;
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
  /** Every value that a known mistake would give, in the order in which mistakes are named. */
  readonly candidates: () => readonly Candidate[];
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
