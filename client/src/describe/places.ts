import type { Network } from '@relay/shared/maths/network';
import { parsePlaceId, unitPlaceId } from '@relay/shared/question/places/placeId';
import { isInputName, type UnitRef, unitName } from '@relay/shared/maths/unit';
import { placeById, type PlaceId } from '@relay/shared/question/places/place';
import { t } from '../strings/language';
import { knownAt, type RoundFacts } from '../picture/roundFacts';
import { writtenShort } from '../picture/numbers/written';

/** Accessible name of a place: "Valve of h1". */
export function placeName(place: PlaceId): string {
  const parsed = parsePlaceId(place);
  if (!parsed) return '';
  if (parsed.kind === 'weight') return t('play.place.weight', { from: parsed.from, to: parsed.to });
  const { kind, unit } = parsed;
  return t(`play.place.${kind === 'output' && isInputName(unit) ? 'input' : kind}`, { unit });
}

/** Label of a unit, read out before its places: "Unit h2, belly 0.40, slope 0.24". */
export function unitLabel(facts: RoundFacts, ref: UnitRef): string {
  const { network, pass } = facts;
  const unit = unitName(network, ref);
  if (ref.layer === 0) return t('play.unit.input', { unit, output: writtenShort(pass.x[ref.index]!) });
  const sum = writtenShort(pass.sums[ref.layer - 1]![ref.index]!);
  const hasValve = network.layers[ref.layer - 1]!.activation !== 'softmax';
  const slope = hasValve ? knownAt(facts, unitPlaceId('valve', unit)) : Number.NaN;
  return Number.isNaN(slope)
    ? t('play.unit.plain', { unit, sum })
    : t('play.unit.sloped', { unit, sum, slope: writtenShort(slope) });
}

export type PlaceNames = (place: PlaceId) => string;

/** Name of a place by position, in a network without names: "Layer 2, unit 1: valve". Layers count from the inputs. */
function placeByPosition(network: Network, id: PlaceId): string {
  const place = placeById(network, id);
  if (!place) return '';
  if (place.kind === 'weight') {
    const { layer, from, to } = place.edge;
    return t('questions.blank.place.weight', {
      fromLayer: layer,
      from: from + 1,
      toLayer: layer + 1,
      to: to + 1,
    });
  }
  const { kind, unit } = place;
  const at = { layer: unit.layer + 1, unit: unit.index + 1 };
  if (kind === 'bias') return t('questions.blank.layer', at);
  return kind === 'output' && unit.layer === 0
    ? t('questions.blank.place.input', at)
    : t(`questions.blank.place.${kind}`, at);
}

/** Returns the function that names places: by unit, or by position in `bare`, a network without names. */
export function placeNames(bare: Network | undefined): PlaceNames {
  return bare ? (place) => placeByPosition(bare, place) : placeName;
}

/** Name of a unit by position, in a network without names. */
export function unitByPosition({ layer, index }: UnitRef): string {
  return layer === 0
    ? t('questions.blank.inputs', { unit: index + 1 })
    : t('questions.blank.layer', { layer: layer + 1, unit: index + 1 });
}
