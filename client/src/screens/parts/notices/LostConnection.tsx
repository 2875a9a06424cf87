import { t } from '../../../strings/language';
import { connectionTrouble, isConnectionLost } from '../../lostConnection';
import styles from './Notices.module.css';

/** Says that the page is connecting again, and why it cannot, if the server has named a reason. */
export function LostConnection() {
  const trouble = connectionTrouble.value;
  if (!isConnectionLost.value && trouble === null) return null;
  return (
    <p class={styles.notice} role="status" data-testid="lost-connection">
      {t(`connection.${trouble ?? 'lost'}`)}
    </p>
  );
}
