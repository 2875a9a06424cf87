import type { PlaceId } from '@relay/shared/question/places/place';
import { t } from '../../../strings/language';
import type { RoundFacts } from '../../../picture/roundFacts';
import { SlotView } from '../places/Slot';
import styles from './Extras.module.css';

interface ExtrasProps {
  readonly places: readonly PlaceId[];
  readonly facts: RoundFacts;
  readonly onInsert: (value: string) => void;
}

/** Values of taken places for which the formula has no slot. */
export function Extras({ places, facts, onInsert }: ExtrasProps) {
  if (places.length === 0) return null;
  return (
    <div class={styles.extras}>
      <span class={styles.extrasLabel}>{t('play.extras')}</span>
      {places.map((place) => (
        <SlotView key={place} slot={{ number: null, place }} facts={facts} onInsert={onInsert} />
      ))}
    </div>
  );
}
