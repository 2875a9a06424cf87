import { acceptedInterval, carriesForward, isInside, truthOf } from './accepted.ts';
import type { Facts } from './facts.ts';
import { explainNumber, explainPlaces } from './mistakes.ts';
import { placeById, type PlaceId, placesOf, setOfThree } from './place.ts';
import type { Part, Verdict } from './question.ts';
import { readNumber } from './readNumber.ts';

/** Values of parts that this player already has right, as it gave them. */
export type AcceptedValues = Partial<Readonly<Record<Exclude<Part, 'places'>, number>>>;

/** Fewer than this many figures say too little about whether the work was right. */
const FIGURES_ASKED = 3;

/** Place ids as they are handed in: separated by blanks, in any order. */
export function readPlaces(facts: Facts, raw: string): ReadonlySet<PlaceId> | undefined {
  const ids = raw.split(' ').filter((id) => id !== '');
  if (ids.length === 0 || ids.some((id) => !placeById(facts.network, id))) return undefined;
  return new Set(ids as PlaceId[]);
}

function gradePlaces(facts: Facts, raw: string): Verdict {
  const taken = readPlaces(facts, raw);
  if (!taken) return { outcome: 'unreadable' };
  const right = placesOf(setOfThree(facts.network, facts.edge));
  if (taken.size === right.length && right.every((place) => taken.has(place))) {
    return { outcome: 'correct', read: null };
  }
  return { outcome: 'wrong', read: null, mistakes: explainPlaces(facts, taken) };
}

/** What the player's own earlier value leads to, or undefined where nothing was carried forward. */
function carried(facts: Facts, part: Exclude<Part, 'places'>, accepted: AcceptedValues): number | undefined {
  const { slope, x } = facts;
  const delta = accepted.S !== undefined && slope !== null ? accepted.S * slope : undefined;
  if (part === 'delta') return delta;
  if (part !== 'G') return undefined;
  const own = accepted.delta ?? delta;
  return own === undefined ? undefined : own * x;
}

/** Whether `value`, given with that few figures, is the truth rounded to them. */
function isTruthRounded(value: number, figures: number | null, truth: number): boolean {
  return figures !== null && figures < FIGURES_ASKED && Number(truth.toPrecision(figures)) === value;
}

/**
 * The verdict on one part of a contribution, in this order: unreadable, correct, needs more digits, wrong.
 *
 * @param raw       as typed; for places their ids
 * @param accepted  the player's own right values of other parts
 */
export function grade(facts: Facts, part: Part, raw: string, accepted: AcceptedValues): Verdict {
  if (part === 'places') return gradePlaces(facts, raw);
  const read = readNumber(raw);
  if (!read.ok) return { outcome: 'unreadable' };
  const { value, figures } = read;
  const truth = truthOf(facts, part);
  if (isInside(value, acceptedInterval(facts, part))) return { outcome: 'correct', read: value };
  const own = carried(facts, part, accepted);
  if (own !== undefined && carriesForward(value, own, truth)) return { outcome: 'correct', read: value };
  if (isTruthRounded(value, figures, truth)) return { outcome: 'needsDigits', read: value };
  return { outcome: 'wrong', read: value, mistakes: explainNumber(facts, part, value, figures) };
}
