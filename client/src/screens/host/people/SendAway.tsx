import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './SendAway.module.css';

interface SendAwayProps {
  readonly name: string;
  readonly onRemove: (banned: boolean) => Promise<boolean>;
}

/** Removes a player, for now or for good. The permanent removal asks for confirmation in the same place. */
export function SendAway({ name, onRemove }: SendAwayProps) {
  const [isAsking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const ban = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  // A second press of Enter must not confirm a removal that cannot be undone.
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
    else if (hasAsked.current) ban.current?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  if (isAsking)
    return (
      <div class={styles.sendAway} role="alertdialog" aria-label={t('people.ban')}>
        <p>{t('people.banAsk', { name })}</p>
        <div class={cx(shared.fieldRow, styles.fieldRow)}>
          <button
            type="button"
            class={cx(shared.button, shared.buttonEnd)}
            onClick={() => void onRemove(true)}
          >
            {t('people.banYes')}
          </button>
          <button ref={cancel} type="button" class={shared.button} onClick={() => setAsking(false)}>
            {t('people.cancel')}
          </button>
        </div>
      </div>
    );
  return (
    <div class={styles.sendAway}>
      <div class={cx(shared.fieldRow, styles.fieldRow)}>
        <button type="button" class={shared.button} onClick={() => void onRemove(false)}>
          {t('people.remove')}
        </button>
        <button
          ref={ban}
          type="button"
          class={cx(shared.button, shared.buttonEnd)}
          onClick={() => setAsking(true)}
        >
          {t('people.ban')}
        </button>
      </div>
      <p class="hint">{t('people.removeText')}</p>
    </div>
  );
}
