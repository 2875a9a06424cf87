import { useEffect, useRef } from 'preact/hooks';
import type { PlayerView } from '@relay/shared/referee/view';
import { NO_RUN } from '../../describe/phase';
import { progressWords } from '../../describe/together';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { activityOf } from '../../view/together';
import { CheckIcon } from '../parts/icons';
import { usePoints } from '../points';
import type { Lead } from './lead';
import { BonusButton } from './relay/SpareTime';

interface DoneProps {
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly state: TableState;
  readonly lead: Lead | null;
  readonly onBonus: () => void;
}

/** Nothing is left to do until the reveal. */
export function Done({ seat, state, lead, onBonus }: DoneProps) {
  const run = state.view?.runs[state.mine?.run ?? NO_RUN];
  const activity = activityOf(state.view);
  const sheet = activity?.type === 'sheet' ? activity : null;
  const hasPoints = usePoints();
  const isAllRight = seat.parts.every((part) => seat.answers[part]?.right);
  const button = useRef<HTMLButtonElement>(null);
  // Nothing is left to be typed: the only way on is this one.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div class="cover card done">
      <h2>
        <CheckIcon />
        {t(isAllRight ? 'play.done.heading' : 'play.done.headingPartly')}
      </h2>
      {hasPoints && (
        <p class="done-points digits">{t('play.done.points', { points: Math.round(seat.points) })}</p>
      )}
      {lead ? (
        <button ref={button} type="button" class="button button-first" onClick={lead.reveal}>
          {t('practise.compare')}
        </button>
      ) : (
        <p>
          {state.view && sheet
            ? `${t('together.sheet.done')} ${progressWords(state.view, sheet)}`
            : state.mine?.warmUp
              ? t('warmUp.after')
              : t('play.done.text', { answered: run?.answered ?? 0, asked: run?.asked ?? 0 })}
        </p>
      )}
      {!lead && <BonusButton seat={seat} onBonus={onBonus} />}
    </div>
  );
}
