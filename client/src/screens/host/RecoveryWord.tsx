import { t } from '../../strings/language';
import shared from '../parts/shared.module.css';
import styles from './RecoveryWord.module.css';

interface RecoveryWordProps {
  readonly word: string | undefined;
  /** True while the class gathers, when the host has time to write it down. */
  readonly isOpen: boolean;
}

/** Recovery word of the session, to be written down: with it and the host code another browser opens this console. */
export function RecoveryWord({ word, isOpen }: RecoveryWordProps) {
  return (
    <details class={shared.card} open={isOpen}>
      <summary>{t('host.recovery.heading')}</summary>
      {word === undefined ? (
        <p class="hint">{t('host.recovery.none')}</p>
      ) : (
        <>
          <p class={styles.word} data-testid="recovery-word" translate={false}>
            {word}
          </p>
          <p class="hint">{t('host.recovery.text')}</p>
        </>
      )}
    </details>
  );
}
