import type { ComponentChildren } from 'preact';
import { outputLayer } from '@relay/shared/maths/network';
import { allUnits, type UnitRef, unitName } from '@relay/shared/maths/unit';
import { type PlaceId, placesOfUnit, valueAt } from '@relay/shared/question/places/place';
import { placeNames, unitByPosition, unitLabel } from '../../../describe/places';
import { t } from '../../../strings/language';
import type { RoundFacts } from '../../../picture/roundFacts';
import { written } from '../../../picture/numbers/written';
import { cx } from '../../../styles/cx';
import styles from './PlaceList.module.css';

interface PlaceListProps {
  readonly facts: RoundFacts;
  readonly taken: readonly PlaceId[];
  /** True without names and numbers: places are then named by position. */
  readonly isBare: boolean;
  /** Tells if a place can no longer be changed. */
  readonly isFixed: (place: PlaceId) => boolean;
  readonly onTake: (place: PlaceId, button: Element) => void;
}

/** The network in words, layer by layer and unit by unit, with buttons at each unit. */
export function UnitGroups({
  facts,
  isBare = false,
  children,
}: {
  readonly facts: RoundFacts;
  /** True without names and numbers. */
  readonly isBare?: boolean;
  readonly children: (unit: UnitRef) => ComponentChildren;
}) {
  const { network } = facts;
  const labelOf = (unit: UnitRef): string => (isBare ? unitByPosition(unit) : unitLabel(facts, unit));
  const layers = Array.from({ length: outputLayer(network) + 1 }, (_, layer) => layer);
  const units = allUnits(network);
  return (
    <ol class={styles.layers}>
      {layers.map((layer) => (
        <li key={layer} class={styles.layer}>
          {units
            .filter((unit) => unit.layer === layer)
            .map((unit) => (
              <div
                key={unitName(network, unit)}
                role="group"
                class={styles.unitPlaces}
                aria-label={labelOf(unit)}
              >
                <p class={styles.unitLabel} aria-hidden="true">
                  {labelOf(unit)}
                </p>
                {children(unit)}
              </div>
            ))}
        </li>
      ))}
    </ol>
  );
}

/** The network as buttons, layer by layer, from which the whole game can be played. */
export function PlaceList({ facts, taken, isBare, isFixed, onTake }: PlaceListProps) {
  const { network, pass, sample } = facts;
  const nameOf = placeNames(isBare ? network : undefined);
  return (
    <section class={styles.places} data-places aria-labelledby="places-heading">
      <h2 id="places-heading">{t('play.places')}</h2>
      <p class="hint">{t('play.placesText')}</p>
      <UnitGroups facts={facts} isBare={isBare}>
        {(unit) =>
          placesOfUnit(network, unit).map((place) => (
            <button
              key={place}
              type="button"
              class={styles.place}
              data-place={place}
              aria-pressed={taken.includes(place)}
              aria-disabled={isFixed(place)}
              onClick={(event) => onTake(place, event.currentTarget)}
            >
              {nameOf(place)}
              {taken.includes(place) && !isBare && (
                <span class={cx(styles.placeValue, 'digits')} data-testid="place-value" aria-hidden="true">
                  {written(valueAt(network, pass, sample, place))}
                </span>
              )}
            </button>
          ))
        }
      </UnitGroups>
    </section>
  );
}
