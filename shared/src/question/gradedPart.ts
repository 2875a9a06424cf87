import type { Interval, Rounding } from './numbers/interval.ts';
import type { PlaceId } from './places/place.ts';
import type { Expression } from './numbers/expression.ts';
import type { Mistake, MistakeId, Part } from './question.ts';

/** A player's own accepted values of other parts, as given. */
export type AcceptedValues = Partial<Readonly<Record<Part, number>>>;

/** The value of a known mistake in one part. */
export interface Candidate {
  readonly id: MistakeId;
  readonly value: number;
  /** Place to look at. */
  readonly place: () => PlaceId;
  /** Working that a player who makes this mistake would write down. */
  readonly working: Expression;
}

/** Two known mistakes made at once, of different terms. */
export interface CandidatePair {
  readonly of: readonly [Candidate, Candidate];
  readonly value: number;
  readonly working: Expression;
}

/** A part answered with a number. */
export interface NumberPart {
  readonly type: 'number';
  readonly truth: number;
  /** Values that the right working can reach where every step is rounded in a way. */
  readonly reach: (rounding: Rounding) => Interval;
  /** Reach of honest work: with the displayed numbers, each step rounded to 3 figures. */
  readonly honest: Interval;
  /** Reach of the displayed numbers alone; absent where rounding the result hides nothing. */
  readonly unrounded?: Interval;
  readonly accepted: Interval;
  /** Number of decimals in which an answer has as many figures as asked. */
  readonly decimals: number;
  /** Size of a value that its distance from others is measured by; absent: the value itself. */
  readonly sizeOf?: (value: number) => number;
  /** Values that follow from the player's own earlier values; none where nothing was carried forward. */
  readonly carried: (accepted: AcceptedValues) => readonly number[];
  /** Right working, with the displayed numbers as operands; absent where it is no calculation with them. */
  readonly working?: () => Expression;
  /** Tells whether a value is a difference quotient over too long a way; absent where none is taken. */
  readonly isLongStep?: (value: number) => boolean;
  /**
   * Values of all known mistakes, in the order in which mistakes are named.
   *
   * @param own  values that the player goes on from in place of the true ones
   */
  readonly candidates: (own?: AcceptedValues) => readonly Candidate[];
  /** Values of two mistakes at once; absent where mistakes do not combine. */
  readonly pairs?: () => readonly CandidatePair[];
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
