import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { AskFirst } from '../../parts/AskFirst';
import shared from '../../parts/shared.module.css';
import styles from './SendAway.module.css';

interface SendAwayProps {
  readonly name: string;
  readonly onRemove: (banned: boolean) => Promise<boolean>;
}

/** Removes a player, for now or for good. The permanent removal asks for confirmation in the same place. */
export function SendAway({ name, onRemove }: SendAwayProps) {
  return (
    <div class={styles.sendAway}>
      <div class={cx(shared.fieldRow, styles.fieldRow)}>
        <button type="button" class={shared.button} onClick={() => void onRemove(false)}>
          {t('people.remove')}
        </button>
        <AskFirst
          label={t('people.ban')}
          class={shared.buttonEnd}
          ask={t('people.banAsk', { name })}
          yes={t('people.banYes')}
          no={t('people.cancel')}
          onYes={() => void onRemove(true)}
        />
      </div>
      <p class="hint">{t('people.removeText')}</p>
    </div>
  );
}
