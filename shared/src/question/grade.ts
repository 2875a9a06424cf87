import { carriesForward } from './numbers/accepted.ts';
import { explainNumber, explainOperands } from './diagnosis/explainNumber.ts';
import type { AcceptedValues, ChoicePart, GradedPart, NumberPart, PlacesPart } from './gradedPart.ts';
import { isInside } from './numbers/interval.ts';
import type { PlaceId } from './places/place.ts';
import type { Verdict } from './question.ts';
import { readNumber } from './numbers/readNumber.ts';

/** Reads place ids as submitted: separated by blanks, in any order; undefined if one of them is no place. */
function readPlaces({ isPlace }: PlacesPart, raw: string): ReadonlySet<PlaceId> | undefined {
  const ids = raw.split(' ').filter((id) => id !== '');
  if (ids.length === 0 || !ids.every(isPlace)) return undefined;
  return new Set(ids as PlaceId[]);
}

function gradePlaces(part: PlacesPart, raw: string): Verdict {
  const taken = readPlaces(part, raw);
  if (!taken) return { outcome: 'unreadable' };
  if (taken.size === part.truth.length && part.truth.every((place) => taken.has(place))) {
    return { outcome: 'correct', read: null };
  }
  return { outcome: 'wrong', read: null, mistakes: part.explain(taken) };
}

function gradeChoice(part: ChoicePart, raw: string): Verdict {
  if (!part.options.includes(raw)) return { outcome: 'unreadable' };
  if (raw === part.truth) return { outcome: 'correct', read: null };
  return { outcome: 'wrong', read: null, mistakes: part.explain(raw) };
}

/** Tells whether `value` is the truth, rounded to the figures it was given with. With three or more it is right. */
function isTruthRounded(value: number, figures: number | null, truth: number): boolean {
  return figures !== null && Number(truth.toPrecision(figures)) === value;
}

function gradeNumber(part: NumberPart, raw: string, accepted: AcceptedValues): Verdict {
  const read = readNumber(raw);
  if (!read.ok) return { outcome: 'unreadable' };
  const { value, figures } = read;
  if (isInside(value, part.accepted)) return { outcome: 'correct', read: value };
  const own = part.carried(accepted);
  if (own !== undefined && carriesForward(value, own, part.truth)) return { outcome: 'correct', read: value };
  // Honest rounding can exceed every accepted interval where terms nearly cancel: that is no miss either.
  const isHonest = isInside(value, part.honest) && explainOperands(part, read, accepted).length === 0;
  if (isTruthRounded(value, figures, part.truth) || isHonest) return { outcome: 'needsDigits', read: value };
  return { outcome: 'wrong', read: value, mistakes: explainNumber(part, read, accepted) };
}

/**
 * The verdict on one part, in this order: unreadable, correct, needs more digits, wrong.
 *
 * @param raw       as typed; for places their ids, for a choice the name of the option
 * @param accepted  the player's own right values of other parts
 */
export function grade(part: GradedPart, raw: string, accepted: AcceptedValues): Verdict {
  switch (part.type) {
    case 'places':
      return gradePlaces(part, raw);
    case 'choice':
      return gradeChoice(part, raw);
    case 'number':
      return gradeNumber(part, raw, accepted);
  }
}
