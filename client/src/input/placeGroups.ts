import type { Network } from '@relay/shared/maths/network';
import { outputLayer } from '@relay/shared/maths/network';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { placeById, type PlaceId } from '@relay/shared/question/places/place';
import { isSettled } from '@relay/shared/referee/round/progress';
import type { PlayerView } from '@relay/shared/referee/view';

type Seat = NonNullable<PlayerView['seat']>;

/** Taken places by the part that they are sent with. */
export interface PlaceGroups {
  /** Places that the unit can find before the parcel arrives. */
  readonly own: readonly PlaceId[];
  /** Places that arrive with the parcel; all places when they are one part. */
  readonly places: readonly PlaceId[];
}

/** Tells whether a place is of a kind that a unit finds alone: an input, or a valve outside the next layer. */
function looksOwn(network: Network, edge: EdgeRef, id: PlaceId): boolean {
  const place = placeById(network, id);
  if (place?.kind !== 'valve') return place?.kind === 'output';
  const next = edge.layer + 1;
  return !(next === outputLayer(network) && place.unit.layer === next);
}

/**
 * Groups the taken places by the parts of a question. Until the parcel has arrived, all taken places count as the
 * unit's own; later, places of other kinds count as arriving.
 */
export function placeGroupsOf(
  network: Network,
  { edge, parts, turn, answers }: Pick<Seat, 'edge' | 'parts' | 'turn' | 'answers'>,
  taken: readonly PlaceId[],
): PlaceGroups {
  if (!edge || !parts.includes('own')) return { own: [], places: taken };
  if (isSettled(answers.own)) {
    const own = (answers.own!.raw ?? '').split(' ') as PlaceId[];
    return { own, places: taken.filter((place) => !own.includes(place)) };
  }
  if (turn === 'waiting') return { own: taken, places: [] };
  const own = taken.filter((place) => looksOwn(network, edge, place));
  return { own, places: taken.filter((place) => !own.includes(place)) };
}
