import type { PagePhase } from '../../../describe/phase';
import { language, t } from '../../../strings/language';
import type { TableState } from '../../../table/table';
import { hasTried } from '../../../picture/answers';
import { currentRun, pausedAtOf, sessionOf } from '../../../picture/session';
import { CodeFact, LossFact, PhaseFact, UnitFact } from '../../parts/facts';
import { LanguageSwitch } from '../../parts/LanguageSwitch';
import { Link } from '../../parts/Link';
import type { RoundControl } from '../roundControl';
import { cx } from '../../../styles/cx';
import pills from '../../parts/pills.module.css';
import shared from '../../parts/shared.module.css';
import barStyles from '../Bar.module.css';

interface AloneBarProps {
  readonly state: TableState;
  readonly phase: PagePhase;
  readonly lead: RoundControl;
}

/** Tells if a question has been tried and is still open. */
function isUnderWay(state: TableState): boolean {
  const { answered, asked } = currentRun(state) ?? { answered: 0, asked: 0 };
  return answered < asked && hasTried(state.mine?.seat ?? null);
}

/** Top line of a self-paced run: progress and due date instead of a clock, and a button to give up on a question. */
export function SelfPacedBar({ state, phase, lead }: AloneBarProps) {
  const { view } = state;
  const { round, losses } = currentRun(state) ?? { round: 0, losses: [] };
  const { rounds, dueAt } = sessionOf(view)?.settings ?? { rounds: null, dueAt: null };
  const isOver = phase === 'ended';
  return (
    <>
      <header class={barStyles.bar} data-bar="player">
        <PhaseFact phase={phase} view={view} isPaused={pausedAtOf(view) !== null} />
        <span class={pills.pill} data-testid="round" data-value={round}>
          {rounds ? t('selfPaced.questionOf', { round, rounds }) : t('selfPaced.question', { round })}
        </span>
        {!isOver && <UnitFact state={state} />}
        <span class="push" />
        {phase === 'backward' && isUnderWay(state) && (
          <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={lead.reveal}>
            {t('practise.show')}
          </button>
        )}
      </header>
      <footer class={barStyles.barMore}>
        {dueAt !== null && (
          <span class={pills.pill} data-testid="due">
            {t('selfPaced.due', { date: dateOf(dueAt) })}
          </span>
        )}
        <LossFact loss={losses.at(-1)} />
        <CodeFact code={state.code} />
        <LanguageSwitch />
        {!isOver && (
          <>
            <Link to="/" class={cx(shared.button, shared.buttonSmall)}>
              {t('selfPaced.leave')}
            </Link>
            <p class="hint">{t('selfPaced.leaveText')}</p>
          </>
        )}
      </footer>
    </>
  );
}

/** Date and time without seconds, in the language of the page. */
function dateOf(at: number): string {
  return new Intl.DateTimeFormat(language(), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}
