import type { Reply } from '@relay/shared/protocol';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlayerActions } from '../../../input/playerActions';
import { t } from '../../../strings/language';
import { say } from '../../announcer';
import { useKeptFocus } from '../../keptFocus';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import symbols from '../../parts/symbols.module.css';
import styles from './SpareTime.module.css';

type Seat = NonNullable<PlayerView['seat']>;

export const betWords = (up: boolean): string => (up ? `▲ ${t('relay.bet.up')}` : `▼ ${t('relay.bet.down')}`);

interface SpareTimeProps {
  readonly seat: Seat;
  readonly wishes: PlayerActions;
  readonly onExtraQuestion: () => void;
}

/** Offers to a waiting player: a bet on the own ◆, and an extra question. */
export function SpareTime({ seat, wishes, onExtraQuestion }: SpareTimeProps) {
  return (
    <div class={styles.spare}>
      <Bet seat={seat} wishes={wishes} />
      <ExtraQuestionButton seat={seat} onExtraQuestion={onExtraQuestion} />
    </div>
  );
}

function announceRejection(reply: Reply): void {
  if (!reply.accepted) say(t(`rejection.${reply.rejection}`));
}

/** Bet, which cannot be changed. */
function Bet({ seat: { bet, mayBet }, wishes }: Pick<SpareTimeProps, 'seat' | 'wishes'>) {
  // A press removes the buttons.
  useKeptFocus(String(bet?.up));
  if (bet)
    return (
      <p class={styles.betMine} data-testid="bet">
        {t('relay.bet.mine')} <b>{betWords(bet.up)}</b>
      </p>
    );
  if (!mayBet) return null;
  const place = async (up: boolean): Promise<void> => {
    const reply = await wishes.bet(up);
    if (reply.accepted) say(t('relay.say.bet', { bet: betWords(up) }));
    else announceRejection(reply);
  };
  return (
    <div class={styles.bet} role="group" aria-label={t('relay.bet.question')}>
      <span class={styles.betQuestion} aria-hidden="true">
        {t('relay.bet.question')}
      </span>
      {[true, false].map((up) => (
        <button
          key={String(up)}
          type="button"
          class={cx(shared.button, styles.betButton)}
          onClick={() => void place(up)}
        >
          {betWords(up)}
        </button>
      ))}
    </div>
  );
}

/** Asks for an extra question, or returns to the one that was put aside. */
export function ExtraQuestionButton({
  seat,
  onExtraQuestion,
}: Pick<SpareTimeProps, 'seat' | 'onExtraQuestion'>) {
  const { extraQuestion, mayAskExtraQuestion } = seat;
  const isOpen = extraQuestion !== null && !mayAskExtraQuestion;
  if (!mayAskExtraQuestion && !isOpen) return null;
  return (
    <button type="button" class={cx(shared.button, styles.bonusButton)} onClick={onExtraQuestion}>
      <span class={symbols.diamond} aria-hidden="true">
        ◆
      </span>{' '}
      {t(isOpen ? 'relay.extra.back' : extraQuestion ? 'relay.extra.another' : 'relay.extra.ask')}
    </button>
  );
}
