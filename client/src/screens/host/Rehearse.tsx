import { useState } from 'preact/hooks';
import { MAX_BOTS } from '@relay/shared/rehearsal/bot';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './Rehearse.module.css';

/** Bots let in by default: one for every unit of a small network. */
const DEFAULT_BOTS = 4;

/** Adds bots in the lobby, so that a host can rehearse a lesson alone. */
export function Rehearse({ onRehearse }: { readonly onRehearse: (bots: number) => Promise<void> }) {
  const [typed, setTyped] = useState(String(DEFAULT_BOTS));
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const bots = Math.min(MAX_BOTS, Math.max(1, Math.round(Number(typed)) || DEFAULT_BOTS));
    setTyped(String(bots));
    setBusy(true);
    await onRehearse(bots);
    setBusy(false);
  };

  return (
    <form class={cx(shared.card, styles.rehearse)} onSubmit={(event) => void submit(event)} noValidate>
      <label for="bots">{t('host.bots')}</label>
      <input
        id="bots"
        class={cx(shared.input, styles.input, 'digits')}
        type="number"
        inputMode="numeric"
        min={1}
        max={MAX_BOTS}
        value={typed}
        aria-describedby="bots-text"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class={shared.button} disabled={isBusy}>
        {t('host.rehearse')}
      </button>
      <p id="bots-text" class="hint">
        {t('host.rehearseHint')}
      </p>
    </form>
  );
}
