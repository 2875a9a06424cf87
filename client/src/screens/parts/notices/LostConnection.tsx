import { t } from '../../../strings/language';
import { isConnectionLost } from '../../lostConnection';
import styles from './Notices.module.css';

/** Says that the page is connecting again. */
export function LostConnection() {
  if (!isConnectionLost.value) return null;
  return (
    <p class={styles.notice} role="status" data-testid="lost-connection">
      {t('connection.lost')}
    </p>
  );
}
