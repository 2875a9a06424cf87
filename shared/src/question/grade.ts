import { carriesForward } from './numbers/accepted.ts';
import {
  explainNumber,
  explainOperands,
  isMistakeExactly,
  isSameValue,
  type WrongNumber,
} from './diagnosis/explainNumber.ts';
import { FIGURES_ASKED } from './numbers/decimals.ts';
import { isRough } from './diagnosis/isRough.ts';
import type { AcceptedValues, ChoicePart, GradedPart, NumberPart, PlacesPart } from './gradedPart.ts';
import { isInside } from './numbers/interval.ts';
import type { PlaceId } from './places/place.ts';
import type { GivenAnswer, Verdict } from './question.ts';
import { readNumber } from './numbers/readNumber.ts';

/** Reads place ids as submitted: separated by blanks, in any order; undefined if one of them is no place. */
function readPlaces({ isPlace }: PlacesPart, raw: string): ReadonlySet<PlaceId> | undefined {
  const ids = wordsOf(raw);
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

/** Tells whether a mistake explains a number better than a quotient that happens to be near it. */
function isToldFrom(part: NumberPart, wrong: WrongNumber, accepted: AcceptedValues): boolean {
  if (wrong.figures === null) return explainOperands(part, wrong, accepted).length > 0;
  return wrong.figures >= FIGURES_ASKED && isMistakeExactly(part, wrong, wrong.figures);
}

function gradeNumber(part: NumberPart, raw: string, accepted: AcceptedValues): Verdict {
  const read = readNumber(raw);
  if (!read.ok) return { outcome: 'unreadable' };
  const { value } = read;
  if (isInside(value, part.accepted)) return { outcome: 'correct', read: value };
  const own = part.carried(accepted);
  if (own.some((one) => carriesForward(value, one))) return { outcome: 'correct', read: value };
  const mistakes = explainNumber(part, read, accepted);
  if (part.isLongStep?.(value) && !isToldFrom(part, read, accepted))
    return { outcome: 'longStep', read: value };
  if (isRough(part, { ...read, raw }, own, mistakes)) return { outcome: 'needsDigits', read: value };
  return { outcome: 'wrong', read: value, mistakes };
}

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

/** Key of an answer that is no number: places in any order, a choice by its name. */
const keyOf = (given: string | null): string => [...new Set(wordsOf(given ?? ''))].sort().join(' ');

/**
 * An answer as the game itself would write it: ids of places of the network in the order taken, or the name of an
 * option. null for a number, which stands in the verdict, and for text that cannot be read: both can hold anything.
 */
export function givenOf(raw: string, verdict: Verdict): string | null {
  return 'read' in verdict && verdict.read === null ? wordsOf(raw).join(' ') : null;
}

/** Tells whether two answers to one part are the same, in whatever spelling. */
export function isSameAnswer(one: GivenAnswer, other: GivenAnswer): boolean {
  if (one.read === null || other.read === null) return keyOf(one.given) === keyOf(other.given);
  return isSameValue(one.read, other.read);
}

/**
 * The verdict on one part, in this order: unreadable, correct, a quotient beside the weight, needs more digits, wrong.
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
