import { isAnswering, type PagePhase } from '../../describe/phase';
import { progressWords } from '../../describe/activities';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { pausedAtOf, runOf, sessionOf } from '../../picture/session';
import { activityOf } from '../../picture/activities/activity';
import { publicClock } from '../../picture/activeLayer';
import { CodeFact, LossFact, PhaseFact, PlayersFact, RoundFact } from '../parts/facts';
import { Timer } from '../parts/Timer';
import { cx } from '../../styles/cx';
import pills from '../parts/pills.module.css';
import styles from './ProjectorBar.module.css';

interface BigBarProps {
  readonly state: TableState;
  readonly run: string | null;
  readonly phase: PagePhase;
}

/** Answering status: question, number of players who have finished, deadline. */
function answering({ view }: TableState, run: string | null, phase: PagePhase) {
  const activity = activityOf(view);
  if (view && activity)
    return activity.closed || activity.type === 'talk'
      ? null
      : { words: progressWords(view, activity), deadlineAt: activity.deadlineAt };
  const facts = runOf(view, run);
  if (!view || !facts || !isAnswering(phase)) return null;
  const runs = Object.values(view.runs);
  const asked = runs.reduce((sum, one) => sum + one.asked, 0);
  const answered = runs.reduce((sum, one) => sum + one.answered, 0);
  return { words: t('projector.ready', { answered, asked }), deadlineAt: publicClock(view, facts) };
}

function Answering({ state, run, phase }: BigBarProps) {
  const now = answering(state, run, phase);
  if (!now) return null;
  return (
    <>
      <span class={cx(pills.pill, 'digits')}>{now.words}</span>
      {now.deadlineAt !== null && (
        <Timer
          deadlineAt={now.deadlineAt}
          pausedAt={pausedAtOf(state.view)}
          clockOffsetMs={state.clockOffsetMs}
          isSpoken={false}
        />
      )}
    </>
  );
}

/** Top line of the projector. */
export function ProjectorBar({ state, run, phase }: BigBarProps) {
  const { view } = state;
  const facts = runOf(view, run);
  const pausedAt = pausedAtOf(view);
  return (
    <header class={styles.bigBar} data-bar="projector">
      <PhaseFact phase={phase} view={view} isPaused={pausedAt !== null && !isAnswering(phase)} />
      <RoundFact round={facts?.round ?? 0} />
      <LossFact loss={facts?.losses.at(-1)} />
      <PlayersFact players={sessionOf(view)?.players ?? 0} />
      <span class="push" />
      <Answering state={state} run={run} phase={phase} />
      {phase !== 'lobby' && <CodeFact code={state.code} />}
    </header>
  );
}
