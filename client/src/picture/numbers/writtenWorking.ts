import type { Network } from '@relay/shared/maths/network';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { setOfThree } from '@relay/shared/question/places/place';
import { type Term, TERMS, type WrittenWorking } from '@relay/shared/question/question';
import { written } from './written';

/** Terms of a weight's set of three; a softmax output has no slope. */
export function termsOf(network: Network, edge: EdgeRef): Term[] {
  return TERMS.filter((term) => term !== 'slope' || setOfThree(network, edge).valve !== undefined);
}

/** Text of a term on a working card; a dash for a term left out. */
export const termText = (working: WrittenWorking, term: Term): string => {
  const value = working[term];
  return value === null ? '–' : written(value);
};
