import { valueAt } from '@relay/shared/question/places/place';
import { t } from '../../../strings/language';
import type { Slot } from '../../../picture/numbers/formula';
import type { RoundFacts } from '../../../picture/roundFacts';
import { written } from '../../../picture/numbers/written';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import styles from './Slot.module.css';

const NUMBERS = ['①', '②', '③', '④', '⑤'] as const;

interface SlotViewProps {
  /** Slot of the formula; number null: a value outside of any slot. */
  readonly slot: Slot | { readonly number: null; readonly place: NonNullable<Slot['place']> };
  readonly facts: RoundFacts;
  readonly onInsert: (value: string) => void;
}

/**
 * One slot of the formula: dashed while empty, yellow with its value once filled. A tap inserts the value into the
 * line.
 */
export function SlotView({ slot, facts, onInsert }: SlotViewProps) {
  // Drawn by CSS: the number is decoration, screen readers read the value.
  const badge = slot.number === null ? {} : { 'data-badge': NUMBERS[slot.number - 1] };
  if (slot.place === null) {
    return (
      <span class={cx(styles.slot, styles.slotEmpty)} data-testid="slot" {...badge}>
        <span class="visually-hidden">{slot.number}</span>
      </span>
    );
  }
  const value = written(valueAt(facts.network, facts.pass, facts.sample, slot.place));
  return (
    <button
      type="button"
      class={cx(styles.slot, styles.slotFull, 'digits')}
      data-testid="slot"
      data-slot={slot.place}
      {...badge}
      aria-label={t('play.insert', { value })}
      title={t('play.insertHint')}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onInsert(value)}
    >
      {value}
    </button>
  );
}

/** Product of several slots. */
export function Product({
  slots,
  ...rest
}: Omit<SlotViewProps, 'slot'> & { readonly slots: readonly Slot[] }) {
  return (
    <>
      {slots.map((slot, i) => (
        <>
          {i > 0 && <span class={symbols.times}>×</span>}
          <SlotView key={i} slot={slot} {...rest} />
        </>
      ))}
    </>
  );
}
