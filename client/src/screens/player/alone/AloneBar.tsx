import { NO_RUN, type PagePhase } from '../../../describe/phase';
import { language, t } from '../../../strings/language';
import type { TableState } from '../../../table/table';
import { CodeFact, LossFact, PhaseFact, UnitFact } from '../../parts/facts';
import { LanguageSwitch } from '../../parts/LanguageSwitch';
import { Link } from '../../parts/Link';
import type { Lead } from '../lead';

interface AloneBarProps {
  readonly state: TableState;
  readonly phase: PagePhase;
  readonly lead: Lead;
}

/** The line on top at one's own pace: how far it is, until when; no clock, and a way out of a question that is stuck. */
export function AloneBar({ state, phase, lead }: AloneBarProps) {
  const { view, mine } = state;
  const run = view?.runs[mine?.run ?? NO_RUN];
  const settings = view?.session['']?.settings;
  const round = run?.round ?? 0;
  const hasTried = Object.values(mine?.seat?.answers ?? {}).some((answer) => (answer?.tries ?? 0) > 0);
  const isOpen = phase === 'backward' && (run?.answered ?? 0) < (run?.asked ?? 0);
  const dueAt = settings?.dueAt ?? null;
  const isOver = phase === 'ended';
  return (
    <>
      <header class="bar">
        <PhaseFact
          phase={phase}
          view={view}
          isPaused={view?.session['']?.pausedAt !== null && view !== null}
        />
        <span class="pill" data-testid="round" data-value={round}>
          {settings?.rounds
            ? t('alone.questionOf', { round, rounds: settings.rounds })
            : t('alone.question', { round })}
        </span>
        {!isOver && <UnitFact state={state} />}
        <span class="bar-gap" />
        {isOpen && hasTried && (
          <button type="button" class="button button-small" onClick={lead.reveal}>
            {t('practise.show')}
          </button>
        )}
      </header>
      <footer class="bar-more">
        {dueAt !== null && (
          <span class="pill" data-testid="due">
            {t('alone.due', { date: dateOf(dueAt) })}
          </span>
        )}
        <LossFact loss={run?.losses.at(-1)} />
        <CodeFact code={state.code} />
        <LanguageSwitch />
        {!isOver && (
          <>
            <Link to="/" class="button button-small">
              {t('alone.leave')}
            </Link>
            <p class="hint">{t('alone.leaveText')}</p>
          </>
        )}
      </footer>
    </>
  );
}

/** As a person says it: day and time of day, without seconds. */
function dateOf(at: number): string {
  return new Intl.DateTimeFormat(language(), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}
