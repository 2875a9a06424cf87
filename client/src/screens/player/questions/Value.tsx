import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import styles from './Value.module.css';

interface ValueProps {
  /** Symbol in the formula: w, G, η. */
  readonly symbol: string;
  readonly name: string;
  readonly value: string;
  readonly onInsert: (value: string) => void;
}

/** Given value. A tap inserts it into the line. */
export function Value({ symbol, name, value, onInsert }: ValueProps) {
  return (
    <button
      type="button"
      class={cx(styles.value, styles.isGiven)}
      title={t('play.insertHint')}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onInsert(value)}
    >
      <span class={styles.valueSymbol} aria-hidden="true">
        {symbol}
      </span>
      <span class={cx(styles.valueNumber, 'digits')}>{value}</span>
      <span class={styles.valueName}>{name}</span>
    </button>
  );
}
