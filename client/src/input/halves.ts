import type { Network } from '@relay/shared/maths/network';
import { outputLayer } from '@relay/shared/maths/network';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { placeById, type PlaceId } from '@relay/shared/question/places/place';
import { isSettled } from '@relay/shared/referee/round/progress';
import type { PlayerView } from '@relay/shared/referee/view';

type Seat = NonNullable<PlayerView['seat']>;

/** The taken places by the part that they are handed in with. */
export interface PlaceGroups {
  /** What the unit knows alone. */
  readonly own: readonly PlaceId[];
  /** What arrives; all of them where the places are one part. */
  readonly places: readonly PlaceId[];
}

/** Whether a place is of the kind that a unit looks for at itself: a valve that is not the next layer's, an input. */
function looksOwn(network: Network, edge: EdgeRef, id: PlaceId): boolean {
  const place = placeById(network, id);
  if (place?.kind !== 'valve') return place?.kind === 'output';
  const next = edge.layer + 1;
  return !(next === outputLayer(network) && place.unit.layer === next);
}

/**
 * Deals the taken places to the parts of a question. While its parcel is on its way everything taken is meant as the
 * unit's own; later, what is not of that kind arrives.
 */
export function placeGroupsOf(
  network: Network,
  { edge, parts, turn, answers }: Pick<Seat, 'edge' | 'parts' | 'turn' | 'answers'>,
  taken: readonly PlaceId[],
): PlaceGroups {
  if (!edge || !parts.includes('own')) return { own: [], places: taken };
  if (isSettled(answers.own)) {
    const own = answers.own!.raw.split(' ') as PlaceId[];
    return { own, places: taken.filter((place) => !own.includes(place)) };
  }
  if (turn === 'waiting') return { own: taken, places: [] };
  const own = taken.filter((place) => looksOwn(network, edge, place));
  return { own, places: taken.filter((place) => !own.includes(place)) };
}
