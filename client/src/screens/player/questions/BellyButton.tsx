import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
import { Porthole } from '../../parts/Porthole';
import styles from './BellyButton.module.css';

interface BellyButtonProps {
  readonly unit: string;
  /** Pre-activation; null while it is unknown. */
  readonly sum: number | null;
  readonly onInsert: (value: string) => void;
}

/** Button with a belly that inserts its sum into the line. */
export function BellyButton({ unit, sum, onInsert }: BellyButtonProps) {
  if (sum === null) return <Porthole sum={null} />;
  const value = written(sum);
  return (
    <button
      type="button"
      class={styles.bellyButton}
      aria-label={`${t('play.part.u', { unit })}: ${t('play.insert', { value })}`}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onInsert(value)}
    >
      <Porthole sum={sum} />
    </button>
  );
}
