import type { Network } from '@relay/shared/maths/network';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { setOfThree } from '@relay/shared/question/places/place';
import { type Term, TERMS, type WrittenWorking } from '@relay/shared/question/question';
import { written } from './written';

/** The terms that a set of three has: a softmax output has no valve of its own. */
export function termsOf(network: Network, edge: EdgeRef): Term[] {
  return TERMS.filter((term) => term !== 'slope' || setOfThree(network, edge).valve !== undefined);
}

/** A term as it stands on the scrap of paper; what was left out is a dash. */
export const termText = (working: WrittenWorking, term: Term): string => {
  const value = working[term];
  return value === null ? '–' : written(value);
};
