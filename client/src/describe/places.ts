import { type UnitRef, unitName } from '@relay/shared/maths/unit';
import type { PlaceId } from '@relay/shared/question/place';
import { t } from '../strings/language';
import { knownAt, type RoundFacts } from '../view/roundFacts';
import { writtenShort } from '../view/written';

/** A place as it is said: "Valve of h1". */
export function placeName(place: PlaceId): string {
  const rest = place.slice(2);
  const [from = '', to = ''] = rest.split('>');
  switch (place[0]) {
    case 'e':
      return t('play.place.error', { unit: rest });
    case 'f':
      return t('play.place.valve', { unit: rest });
    case 'w':
      return t('play.place.weight', { from, to });
    case 'b':
      return t('play.place.bias', { unit: rest });
    case 'p':
      return t('play.place.parcel', { unit: rest });
    default:
      return rest.startsWith('x')
        ? t('play.place.input', { unit: rest })
        : t('play.place.output', { unit: rest });
  }
}

/** A unit as it is read out before its places: "Unit h2, belly 0.40, slope 0.24". */
export function unitLabel(facts: RoundFacts, ref: UnitRef): string {
  const { network, pass } = facts;
  const unit = unitName(network, ref);
  if (ref.layer === 0) return t('play.unit.input', { unit, output: writtenShort(pass.x[ref.index]!) });
  const sum = writtenShort(pass.sums[ref.layer - 1]![ref.index]!);
  const hasValve = network.layers[ref.layer - 1]!.activation !== 'softmax';
  const slope = hasValve ? knownAt(facts, `f:${unit}`) : Number.NaN;
  return Number.isNaN(slope)
    ? t('play.unit.plain', { unit, sum })
    : t('play.unit.sloped', { unit, sum, slope: writtenShort(slope) });
}
