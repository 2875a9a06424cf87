import { isAnswering, type PagePhase } from '../../describe/phase';
import { progressWords } from '../../describe/together';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { activityOf } from '../../view/together';
import { publicClock } from '../../view/way';
import { CodeFact, LossFact, PhaseFact, PlayersFact, RoundFact } from '../parts/facts';
import { Timer } from '../parts/Timer';

interface BigBarProps {
  readonly state: TableState;
  readonly run: string | null;
  readonly phase: PagePhase;
}

/** What is being answered just now, by how many already, and until when. */
function answering({ view }: TableState, run: string | null, phase: PagePhase) {
  const activity = activityOf(view);
  if (view && activity)
    return activity.closed ? null : { words: progressWords(view, activity), deadlineAt: activity.deadlineAt };
  const facts = run === null ? undefined : view?.runs[run];
  if (!view || !facts || !isAnswering(phase)) return null;
  const runs = Object.values(view.runs);
  const asked = runs.reduce((sum, one) => sum + one.asked, 0);
  const answered = runs.reduce((sum, one) => sum + one.answered, 0);
  return { words: t('projector.ready', { answered, asked }), deadlineAt: publicClock(view, facts) };
}

export function BigBar({ state, run, phase }: BigBarProps) {
  const session = state.view?.session[''];
  const facts = run === null ? undefined : state.view?.runs[run];
  const now = answering(state, run, phase);
  const pausedAt = session?.pausedAt ?? null;
  return (
    <header class={`big-bar ${phase === 'lobby' ? 'is-lobby' : ''}`}>
      <PhaseFact phase={phase} view={state.view} isPaused={pausedAt !== null && !isAnswering(phase)} />
      <RoundFact round={facts?.round ?? 0} />
      <LossFact loss={facts?.losses.at(-1)} />
      <PlayersFact players={session?.players ?? 0} />
      <span class="bar-gap" />
      {now && <span class="pill pill-ready digits">{now.words}</span>}
      {now && now.deadlineAt !== null && (
        <Timer
          deadlineAt={now.deadlineAt}
          pausedAt={pausedAt}
          clockOffsetMs={state.clockOffsetMs}
          isSpoken={false}
        />
      )}
      {phase !== 'lobby' && <CodeFact code={state.code} />}
    </header>
  );
}
