import { isAnswering, type PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { CodeFact, LossFact, PhaseFact, PlayersFact, RoundFact } from '../parts/facts';
import { publicClock } from '../../view/way';
import { Timer } from '../parts/Timer';

interface BigBarProps {
  readonly state: TableState;
  readonly run: string | null;
  readonly phase: PagePhase;
}

export function BigBar({ state, run, phase }: BigBarProps) {
  const session = state.view?.session[''];
  const facts = run === null ? undefined : state.view?.runs[run];
  const runs = Object.values(state.view?.runs ?? {});
  const asked = runs.reduce((sum, one) => sum + one.asked, 0);
  const answered = runs.reduce((sum, one) => sum + one.answered, 0);
  const deadlineAt = state.view && facts ? publicClock(state.view, facts) : null;
  const pausedAt = session?.pausedAt ?? null;
  return (
    <header class={`big-bar ${phase === 'lobby' ? 'is-lobby' : ''}`}>
      <PhaseFact phase={phase} view={state.view} isPaused={pausedAt !== null && !isAnswering(phase)} />
      <RoundFact round={facts?.round ?? 0} />
      <LossFact loss={facts?.losses.at(-1)} />
      <PlayersFact players={session?.players ?? 0} />
      <span class="bar-gap" />
      {isAnswering(phase) && facts && (
        <>
          <span class="pill pill-ready digits">{t('projector.ready', { answered, asked })}</span>
          {deadlineAt !== null && (
            <Timer
              deadlineAt={deadlineAt}
              pausedAt={pausedAt}
              clockOffsetMs={state.clockOffsetMs}
              isSpoken={false}
            />
          )}
        </>
      )}
      {phase !== 'lobby' && <CodeFact code={state.code} />}
    </header>
  );
}
