import type { PublicView, SessionView } from '@relay/shared/referee/view';
import { isAnswering, type PagePhase } from '../../../describe/phase';
import { t } from '../../../strings/language';
import { askedKind, asksPlaces } from '../../../picture/questionAsked';
import { teamsIn } from './clock';
import { cx } from '../../../styles/cx';
import styles from './Hint.module.css';

interface HintProps {
  readonly view: PublicView;
  readonly session: SessionView;
  readonly phase: PagePhase;
  readonly round: number;
}

/** Sentence about the next step and the person or clock that leads to it. */
function leadHint({ session: { settings }, view, phase, round }: HintProps): string {
  if (settings.pacing === 'self') return phase === 'ended' ? t('host.hint.ended') : '';
  if (phase === 'backward' && !asksPlaces(askedKind(view))) return t('host.hint.asked');
  if (settings.pacing !== 'auto' || phase === 'ended') return t(`host.hint.${phase}`);
  return t(`host.clockHint.${phase === 'update' && round === settings.rounds ? 'last' : phase}`);
}

/** Number of players who are ready, and advice to the host. */
export function Hint(props: HintProps) {
  const { view, session, phase } = props;
  const isOpen = isAnswering(phase);
  const teams = teamsIn(view);
  const asked = teams.reduce((sum, one) => sum + one.asked, 0);
  const answered = teams.reduce((sum, one) => sum + one.answered, 0);
  const isEveryoneIn = isOpen && asked > 0 && answered === asked;
  return (
    <p class={cx(styles.consoleHint, isEveryoneIn && styles.isIn)}>
      {session.pausedAt !== null && isOpen
        ? t('host.hint.paused')
        : isEveryoneIn
          ? t('host.everyoneIn')
          : leadHint(props)}
      {isOpen && <b class="digits"> {t('host.ready', { answered, asked })}</b>}
    </p>
  );
}
