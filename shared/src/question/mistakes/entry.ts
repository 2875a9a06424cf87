import type { Layer } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import type { Expression } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { PlaceId } from '../places/place.ts';
import type { Situation } from '../situation.ts';
import type { Working } from './working.ts';

/** What a belly sum and an output are made of: the player's own values where it has found them before. */
export interface ForwardFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly incoming: readonly number[];
  /** Into the unit, one for each that comes in. */
  readonly weights: readonly number[];
  readonly bias: number;
  readonly u: number;
  readonly a: number;
}

/** What a slope f′ is made of. */
export interface ValveFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly layer: Layer;
  readonly u: number;
  readonly a: number;
  readonly slope: number;
}

/** What an error at an output is made of. */
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

/** What the lever shows: E here, and what it becomes one notch down and one notch up. */
export interface NudgeFacts {
  readonly facts: Facts;
  readonly down: number;
  readonly here: number;
  readonly up: number;
  readonly step: number;
}

/**
 * How a mistake is made in one part: a pure function of what the question is made of.
 *
 * @typeParam F  everything known about the question
 * @typeParam W  how players who make it work
 */
export interface Occurrence<F, W = Expression> {
  /** What they work with; none where the mistake cannot be made. */
  readonly workings: (facts: F) => readonly W[];
  /** How much less likely each further way to make it is than another mistake's; 1 where nothing else is said. */
  readonly rarity?: number;
  /** Where to look, if it was the working of that index. */
  readonly place: (facts: F, working: number) => PlaceId;
  /**
   * Mistakes that come to the same by algebra and are named later, or `right` where it changes nothing; with the
   * questions in which that holds. Larger classes are chains of these.
   */
  readonly sameAs?: readonly { readonly id: string; readonly when: (facts: F) => boolean }[];
}

/** The parts in which mistakes show as numbers, and how each of them is made there. */
export interface Occurrences {
  /** S, δ and G of a set of three. */
  readonly contribution: Occurrence<Facts, Working>;
  readonly preActivation: Occurrence<ForwardFacts>;
  readonly output: Occurrence<ForwardFacts>;
  readonly slope: Occurrence<ValveFacts>;
  readonly error: Occurrence<ErrorFacts>;
  /** The next weight. */
  readonly update: Occurrence<Facts>;
  /** The slope of E that the lever shows. */
  readonly nudge: Occurrence<NudgeFacts>;
}

/** One mistake: everything that the referee knows of it. */
export interface MistakeEntry extends Partial<Occurrences> {
  /** Where it is named among all mistakes, if not with its family. */
  readonly rank?: number;
  /** What names it where no rule does: `explainPlaces.ts`, or the module of a question that is answered by choosing. */
  readonly namedBy?: 'places' | 'choice';
}

export interface RankedEntry extends MistakeEntry {
  readonly rank: number;
}

/**
 * Mistakes of one family, in the order in which they are named when several explain the same answer.
 *
 * @param rank  families with a lower one are named before
 */
export function family<Id extends string>(
  rank: number,
  entries: Readonly<Record<Id, MistakeEntry>>,
): Readonly<Record<Id, RankedEntry>> {
  const ranked = Object.entries<MistakeEntry>(entries).map(([id, entry]) => [id, { rank, ...entry }]);
  return Object.fromEntries(ranked) as Record<Id, RankedEntry>;
}
