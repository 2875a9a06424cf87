import type { Expression } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { PlaceId } from '../places/place.ts';
import type { ErrorFacts, ForwardFacts, NudgeFacts, SlopeFacts } from './partFacts.ts';
import type { SumWorking } from './sumWorking.ts';
import type { UpdateWorking } from './updateWorking.ts';
import type { Working } from './working.ts';

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
}

/** Parts in which mistakes show as numbers, with the mistake's occurrence in each. */
export interface Occurrences {
  /** S, δ and G of a set of three. */
  readonly contribution: Occurrence<Facts, Working>;
  readonly preActivation: Occurrence<ForwardFacts, SumWorking>;
  readonly output: Occurrence<ForwardFacts>;
  readonly slope: Occurrence<SlopeFacts>;
  readonly error: Occurrence<ErrorFacts>;
  /** The next weight. */
  readonly update: Occurrence<Facts, UpdateWorking>;
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
