import { unitByName } from '@relay/shared/maths/unit';
import { unitOfPlace, unitPlaceId } from '@relay/shared/question/places/placeId';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { PlayerView } from '@relay/shared/referee/view';
import { placeName } from '../../../describe/places';
import { t } from '../../../strings/language';
import { screenOf } from '../questions/questionScreens';
import { knownAt, type RoundFacts, sumAt } from '../../../picture/roundFacts';

type Seat = NonNullable<PlayerView['seat']>;

/**
 * Inserts a value into the line in use, behind an operator where one is needed.
 *
 * @returns the line's field, null where none is open
 */
export type Insert = (value: string, operator?: '×' | '÷') => HTMLInputElement | null;

/** Tells if a tap on the own unit means its pre-activation: unless the question starts from the output. */
const meansBelly = ({ unit, kind }: Seat, place: PlaceId): boolean =>
  place === unitPlaceId('output', unit) && screenOf(kind).ownTap !== 'output';

/** Value that a tap on a place inserts into the line; NaN while it is secret. */
export function tappedValue(facts: RoundFacts, seat: Seat, place: PlaceId): number {
  const ref = unitByName(facts.network, unitOfPlace(place) ?? '');
  return meansBelly(seat, place) && ref ? sumAt(facts, ref)! : knownAt(facts, place);
}

export function tappedName(seat: Seat, place: PlaceId): string {
  return meansBelly(seat, place) ? t('play.part.u', { unit: seat.unit }) : placeName(place);
}
