import type { Layer } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import type { Expression } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { PlaceId } from '../places/place.ts';
import type { Situation } from '../situation.ts';
import type { Working } from './working.ts';

/** Operands of a pre-activation and an output: the player's own values where found before. */
export interface ForwardFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly incoming: readonly number[];
  /** Weights into the unit, one for each incoming unit. */
  readonly weights: readonly number[];
  readonly bias: number;
  readonly u: number;
  readonly a: number;
}

/** Operands of a slope f′. */
export interface SlopeFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly layer: Layer;
  readonly u: number;
  readonly a: number;
  readonly slope: number;
}

/** Operands of an error at an output. */
export interface ErrorFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly y: number;
  readonly t: number;
  /** ∂E/∂y; y − t under softmax. */
  readonly error: number;
  /** f′; null under softmax. */
  readonly slope: number | null;
}

/** Losses that the lever shows: E here, one notch down and one notch up. */
export interface NudgeFacts {
  readonly facts: Facts;
  readonly down: number;
  readonly here: number;
  readonly up: number;
  readonly step: number;
}

/**
 * Occurrence of a mistake in one part: a pure function of the question's facts.
 *
 * @typeParam F  facts of the question
 * @typeParam W  working of a player who makes the mistake
 */
export interface Occurrence<F, W = Expression> {
  /** Workings with this mistake; none where the mistake cannot be made. */
  readonly workings: (facts: F) => readonly W[];
  /** Factor by which each further working is less likely than another mistake's; default 1. */
  readonly rarity?: number;
  /** Place to look at, for the working of that index. */
  readonly place: (facts: F, working: number) => PlaceId;
  /**
   * Mistakes named later that have the same value by algebra, or `right` where the value does not change; with the
   * questions in which that holds. Larger classes are chains of these.
   */
  readonly sameAs?: readonly { readonly id: string; readonly when: (facts: F) => boolean }[];
}

/** Parts in which mistakes show as numbers, with the mistake's occurrence in each. */
export interface Occurrences {
  /** S, δ and G of a set of three. */
  readonly contribution: Occurrence<Facts, Working>;
  readonly preActivation: Occurrence<ForwardFacts>;
  readonly output: Occurrence<ForwardFacts>;
  readonly slope: Occurrence<SlopeFacts>;
  readonly error: Occurrence<ErrorFacts>;
  /** The next weight. */
  readonly update: Occurrence<Facts>;
  /** The slope of E that the lever shows. */
  readonly nudge: Occurrence<NudgeFacts>;
}

/** A mistake, with everything that the referee knows about it. */
export interface MistakeEntry extends Partial<Occurrences> {
  /** Rank among all mistakes, if not that of the family. */
  readonly rank?: number;
  /** Source of its name where no rule names it: `explainPlaces.ts`, or the module of a question answered by choosing. */
  readonly namedBy?: 'places' | 'choice';
}

export interface RankedEntry extends MistakeEntry {
  readonly rank: number;
}

/**
 * Builds the mistakes of one family, in the order in which they are named when several explain the same answer.
 *
 * @param rank  families with a lower rank are named earlier
 */
export function family<Id extends string>(
  rank: number,
  entries: Readonly<Record<Id, MistakeEntry>>,
): Readonly<Record<Id, RankedEntry>> {
  const ranked = Object.entries<MistakeEntry>(entries).map(([id, entry]) => [id, { rank, ...entry }]);
  return Object.fromEntries(ranked) as Record<Id, RankedEntry>;
}
