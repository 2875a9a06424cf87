import { outputLayer } from '@relay/shared/maths/network';
import { placeKindOf, unitPlaceId } from '@relay/shared/question/places/placeId';
import { type UnitRef, unitName } from '@relay/shared/maths/unit';
import { type PlaceId, placesOfUnit } from '@relay/shared/question/places/place';
import { placeName } from '../../../describe/places';
import { t } from '../../../strings/language';
import { knownAt, type RoundFacts, sumAt } from '../../../picture/roundFacts';
import { UnitGroups } from './PlaceList';
import { cx } from '../../../styles/cx';
import placeListStyles from './PlaceList.module.css';

interface Value {
  readonly name: string;
  /** NaN while the value is secret. */
  readonly value: number;
}

/** Values that can be read off a unit. Error signals belong to the units that hand them back. */
function valuesOf(facts: RoundFacts, ref: UnitRef): Value[] {
  const { network, sample } = facts;
  const unit = unitName(network, ref);
  const at = (place: PlaceId): Value => ({ name: placeName(place), value: knownAt(facts, place) });
  const places = placesOfUnit(network, ref).filter((place) => placeKindOf(place) !== 'parcel');
  if (ref.layer === 0) return places.map(at);
  const own: Value[] = [
    at(unitPlaceId('bias', unit)),
    { name: t('play.part.u', { unit }), value: sumAt(facts, ref)! },
  ];
  const target =
    ref.layer === outputLayer(network)
      ? [{ name: t('play.place.target', { unit }), value: sample.t[ref.index]! }]
      : [];
  return [
    ...places.filter((place) => placeKindOf(place) === 'weight').map(at),
    ...own,
    ...places.filter((place) => placeKindOf(place) !== 'weight').map(at),
    ...target,
  ];
}

interface ValueListProps {
  readonly facts: RoundFacts;
  /** Text of a value as it is inserted. */
  readonly textOf: (value: number) => string;
  readonly onInsert: (name: string, value: number) => void;
}

/** The network as buttons that insert their value into the line: questions without places are answered from here. */
export function ValueList({ facts, textOf, onInsert }: ValueListProps) {
  return (
    <section class={placeListStyles.places} data-places aria-labelledby="places-heading">
      <h2 id="places-heading">{t('play.values')}</h2>
      <p class="hint">{t('play.valuesText')}</p>
      <UnitGroups facts={facts}>
        {(unit) =>
          valuesOf(facts, unit).map(({ name, value }) =>
            Number.isNaN(value) ? (
              <span key={name} class={cx(placeListStyles.place, placeListStyles.isSecret)}>
                {name} <span class={placeListStyles.placeValue}>?</span>
              </span>
            ) : (
              <button
                key={name}
                type="button"
                class={placeListStyles.place}
                data-place={name}
                onClick={() => onInsert(name, value)}
              >
                {name}{' '}
                <span class={cx(placeListStyles.placeValue, 'digits')} data-testid="place-value">
                  {textOf(value)}
                </span>
              </button>
            ),
          )
        }
      </UnitGroups>
    </section>
  );
}
