import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { eraseSession, type HttpRejection } from '../../../table/httpClient';
import { forgetHost, type KeptHost } from '../../../table/tokenStore';
import shared from '../../parts/shared.module.css';
import sendAwayStyles from '../people/SendAway.module.css';
import styles from './Afterwards.module.css';

interface EraseSessionProps {
  readonly code: string;
  readonly kept: KeptHost;
  readonly onErased: () => void;
}

/** Erases an ended session's data about people, after a confirmation in the same place. */
export function EraseSession({ code, kept, onErased }: EraseSessionProps) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HttpRejection | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  // A second press of Enter must not confirm what cannot be undone.
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
    else if (hasAsked.current) first.current?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  const erase = async (): Promise<void> => {
    setBusy(true);
    const asked = await eraseSession({ code, token: kept.token });
    setBusy(false);
    // A token that opens nothing any more was erased by an earlier request, whose reply was lost.
    if (!asked.ok && asked.rejection !== 'unknownToken') return setProblem(asked.rejection);
    forgetHost(code);
    onErased();
  };
  return (
    <div class={styles.afterwardsWay}>
      <h3>{t('sessionControl.erase.heading')}</h3>
      {isAsking ? (
        <div class={sendAwayStyles.sendAway} role="alertdialog" aria-label={t('sessionControl.erase.open')}>
          <p>{t('sessionControl.erase.ask')}</p>
          <div class={cx(shared.fieldRow, sendAwayStyles.fieldRow)}>
            <button
              type="button"
              class={cx(shared.button, shared.buttonEnd)}
              disabled={isBusy}
              onClick={() => void erase()}
            >
              {t('sessionControl.erase.yes')}
            </button>
            <button ref={cancel} type="button" class={shared.button} onClick={() => setAsking(false)}>
              {t('sessionControl.erase.no')}
            </button>
          </div>
        </div>
      ) : (
        <button
          ref={first}
          type="button"
          class={cx(shared.button, shared.buttonEnd)}
          onClick={() => setAsking(true)}
        >
          {t('sessionControl.erase.open')}
        </button>
      )}
      <p class="hint">{t('sessionControl.erase.text')}</p>
      {problem && (
        <p class={shared.problem} role="alert">
          {t(`rejection.${problem}`)}
        </p>
      )}
    </div>
  );
}
