import type { Network } from '../maths/network.ts';
import { type Part, partKind } from './part.ts';
import { ownPlaces, placesOf, setOfThree } from './places/place.ts';
import type { PlaceId } from './places/placeId.ts';
import type { Question } from './question.ts';

/**
 * Finds the places to look at for a part of a question about a weight: operands of its value, never a value. For a set
 * of places only the first is given.
 *
 * @returns undefined where no place can be given
 */
export function hintOfThree(
  network: Network,
  { edge }: Question,
  part: Part,
): readonly PlaceId[] | undefined {
  if (!edge) return undefined;
  const set = setOfThree(network, edge);
  const own = ownPlaces(set);
  const some = (places: readonly (PlaceId | undefined)[]): PlaceId[] | undefined => {
    const known = places.filter((place) => place !== undefined);
    return known.length > 0 ? known : undefined;
  };
  switch (partKind(part)) {
    case 'places':
      return some(placesOf(set).slice(0, 1));
    case 'own':
      return some(own.slice(0, 1));
    case 'S':
      return some(set.paths.flatMap(({ places }) => places));
    case 'delta':
      return some([set.error, set.valve]);
    case 'G':
      return some([set.valve, set.input]);
    default:
      return undefined;
  }
}
