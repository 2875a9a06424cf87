import type { PlayerActions } from '../../../input/playerActions';
import { t } from '../../../strings/language';
import { say } from '../../announcer';
import { usePoints } from '../../points';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Finishing.module.css';

/** Notice to a player with extra time that the class has moved on, with a button to join it. */
export function Finishing({
  wishes,
  isSheet,
}: {
  readonly wishes: PlayerActions;
  readonly isSheet: boolean;
}) {
  const text = usePoints() ? 'relay.finishing.text' : 'relay.finishing.textPlain';
  const join = async (): Promise<void> => {
    const reply = await wishes.stopFinishing();
    say(
      reply.accepted
        ? t(isSheet ? 'exitTicket.left' : 'relay.say.joined')
        : t(`rejection.${reply.rejection}`),
    );
  };
  return (
    <div class={styles.finishing} data-testid="finishing">
      <p>
        {t('relay.finishing.heading')} <b>{t(isSheet ? 'exitTicket.finishing' : text)}</b>
      </p>
      <button
        type="button"
        class={cx(shared.button, styles.button, shared.buttonSmall)}
        onClick={() => void join()}
      >
        {t(isSheet ? 'exitTicket.leave' : 'relay.finishing.join')}
      </button>
    </div>
  );
}
