import { BET_POINTS } from '@relay/shared/referee/score/score';
import type { PlayerView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { usePoints } from '../../points';
import { betWords } from './SpareTime';
import { cx } from '../../../styles/cx';
import styles from './BetResult.module.css';

type Bet = NonNullable<NonNullable<PlayerView['seat']>['bet']>;

/** Result of the bet on the own ◆. */
export function BetResult({ bet: { up, won } }: { readonly bet: Bet }) {
  const hasPoints = usePoints();
  const bet = betWords(up);
  if (won === null) return <p class={styles.betResult}>{t('relay.bet.still', { bet })}</p>;
  if (!won) return <p class={styles.betResult}>{t('relay.bet.lost', { bet })}</p>;
  return (
    <p class={cx(styles.betResult, styles.isWon)}>
      {hasPoints ? t('relay.bet.won', { bet, points: BET_POINTS }) : t('relay.bet.wonPlain', { bet })}
    </p>
  );
}
