import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { eraseSession, type HttpRejection } from '../../../table/httpClient';
import { forgetHost, type KeptHost } from '../../../table/tokenStore';
import { AskFirst } from '../../parts/AskFirst';
import shared from '../../parts/shared.module.css';
import styles from './Afterwards.module.css';

interface EraseSessionProps {
  readonly code: string;
  readonly kept: KeptHost;
  readonly onErased: () => void;
}

/** Erases an ended session's data about people, after a confirmation in the same place. */
export function EraseSession({ code, kept, onErased }: EraseSessionProps) {
  const [problem, setProblem] = useState<HttpRejection | null>(null);
  const erase = async (): Promise<void> => {
    const asked = await eraseSession({ code, token: kept.token });
    // A token that opens nothing any more was erased by an earlier request, whose reply was lost.
    if (!asked.ok && asked.rejection !== 'unknownToken') return setProblem(asked.rejection);
    forgetHost(code);
    onErased();
  };
  return (
    <div class={styles.afterwardsWay}>
      <h3>{t('sessionControl.erase.heading')}</h3>
      <AskFirst
        label={t('sessionControl.erase.open')}
        class={shared.buttonEnd}
        ask={t('sessionControl.erase.ask')}
        yes={t('sessionControl.erase.yes')}
        no={t('sessionControl.erase.no')}
        onYes={() => void erase()}
      />
      <p class="hint">{t('sessionControl.erase.text')}</p>
      {problem && (
        <p class={shared.problem} role="alert">
          {t(`rejection.${problem}`)}
        </p>
      )}
    </div>
  );
}
