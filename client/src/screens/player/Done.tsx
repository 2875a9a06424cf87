import { useEffect, useRef } from 'preact/hooks';
import type { PlayerView } from '@relay/shared/referee/view';
import { progressWords } from '../../describe/activities';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { currentRun } from '../../picture/session';
import { activityOf } from '../../picture/activities/activity';
import { CheckIcon } from '../parts/icons';
import { usePoints } from '../points';
import type { RoundControl } from './roundControl';
import { ExtraQuestionButton } from './relay/SpareTime';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import handStyles from './answer/AnswerDock.module.css';
import styles from './Done.module.css';

interface DoneProps {
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly state: TableState;
  readonly lead: RoundControl | null;
  readonly onExtraQuestion: () => void;
}

/** Sentence about the event that the player waits for. */
function waitingWords(state: TableState): string {
  const { view, mine } = state;
  const activity = activityOf(view);
  if (view && activity?.type === 'exitTicket')
    return `${t('activities.exitTicket.done')} ${progressWords(view, activity)}`;
  if (mine?.warmUp) return t('warmUp.after');
  const { answered, asked } = currentRun(state) ?? { answered: 0, asked: 0 };
  return t('play.done.text', { answered, asked });
}

/** Page of a player who has answered everything before the reveal. */
export function Done({ seat, state, lead, onExtraQuestion }: DoneProps) {
  const hasPoints = usePoints();
  const isAllRight = seat.parts.every((part) => seat.answers[part]?.right);
  const button = useRef<HTMLButtonElement>(null);
  // No line is open, so the only way on gets the focus.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div class={cx(handStyles.cover, shared.card, styles.done)} data-cover>
      <h2>
        <CheckIcon />
        {t(isAllRight ? 'play.done.heading' : 'play.done.headingPartly')}
      </h2>
      {hasPoints && (
        <p class={cx(styles.donePoints, 'digits')}>
          {t('play.done.points', { points: Math.round(seat.points) })}
        </p>
      )}
      {lead ? (
        <button
          ref={button}
          type="button"
          class={cx(shared.button, shared.buttonFirst)}
          onClick={lead.reveal}
        >
          {t('practise.compare')}
        </button>
      ) : (
        <p>{waitingWords(state)}</p>
      )}
      {!lead && <ExtraQuestionButton seat={seat} onExtraQuestion={onExtraQuestion} />}
    </div>
  );
}
