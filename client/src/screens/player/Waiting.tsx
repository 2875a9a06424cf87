import type { PlayerView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { Character } from '../parts/Character';
import { WarmUpOffer } from './relay/WarmUp';
import styles from './Waiting.module.css';

interface WaitingProps {
  readonly warmUp: PlayerView['warmUp'];
  readonly onAsk: () => void;
}

/** Page of a player who joined during a round. */
export function Waiting({ warmUp, onAsk }: WaitingProps) {
  return (
    <div class={styles.waiting}>
      <Character kind="hidden" class={styles.waitingFigure} />
      <h1>{t('play.waiting.heading')}</h1>
      <p>{t('play.waiting.text')}</p>
      {warmUp && <WarmUpOffer warmUp={warmUp} onAsk={onAsk} />}
    </div>
  );
}
