import type { PlayerView } from '@relay/shared/referee/view';
import { classRun, isAnswering, type PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { pausedAtOf, runOf, sessionOf } from '../../picture/session';
import { activityOf } from '../../picture/activities/activity';
import { writtenPoints } from '../../picture/numbers/written';
import { CodeFact, LossFact, PhaseFact, PlayersFact, RoundFact, UnitFact } from '../parts/facts';
import { Goal } from '../parts/Goal';
import { StarIcon } from '../parts/icons';
import { LanguageSwitch } from '../parts/LanguageSwitch';
import { Timer } from '../parts/Timer';
import { cx } from '../../styles/cx';
import pills from '../parts/pills.module.css';
import styles from './Bar.module.css';

/** Deadline of the player's answers; null where no clock runs for this player. */
function clockOf(state: TableState, phase: PagePhase): number | null {
  const { view, mine } = state;
  const activity = activityOf(view);
  const isBetween = !isAnswering(phase) || (activity !== null && mine?.warmUp === 'open');
  if (isBetween) return activity && !activity.closed ? activity.deadlineAt : null;
  // A warm-up runs on the clock of the round.
  if (mine?.seat && mine.warmUp === null) return mine.seat.deadlineAt;
  const run = runOf(view, classRun(state));
  // A player without a seat belongs to no layer whose turn could end.
  return run?.isAnswering && !run.isByLayer ? run.deadlines.hidden : null;
}

/** Tells if the player has a question of the round itself. */
const isAsked = (mine: PlayerView | null): boolean =>
  mine !== null && mine.seat !== null && mine.warmUp === null;

/** Tells if an activity takes the place of the round. */
const isActivity = ({ view }: TableState, phase: PagePhase): boolean =>
  !isAnswering(phase) && activityOf(view) !== null;

interface BarProps {
  readonly state: TableState;
  readonly phase: PagePhase;
}

/** Top line: phase, seat, points, time. On small pages less important facts move to the foot. */
export function Bar({ state, phase }: BarProps) {
  const { view, mine } = state;
  const run = runOf(view, classRun(state));
  const pausedAt = pausedAtOf(view);
  const isTogether = isActivity(state, phase);
  return (
    <>
      <header class={styles.bar} data-bar="player">
        <PhaseFact
          phase={phase}
          view={view}
          isPaused={pausedAt !== null && !isAnswering(phase) && phase !== 'ended'}
        />
        <RoundFact round={run?.round ?? 0} />
        {!isTogether && <UnitFact state={state} />}
        <span class="push" />
        {phase !== 'lobby' && <Goal view={view} class={cx(styles.goal, styles.isInBar)} />}
        <span class="push" />
        {mine && <Points mine={mine} />}
        <OwnTimer state={state} phase={phase} />
      </header>
      <footer class={styles.barMore}>
        <LossFact loss={run?.losses.at(-1)} />
        {phase !== 'lobby' && <Goal view={view} class={cx(styles.goal, styles.isBelow)} />}
        <PlayersFact players={sessionOf(view)?.players ?? 0} />
        <CodeFact code={state.code} />
        <LanguageSwitch />
      </footer>
    </>
  );
}

/** Streak of questions right at once, and the points where they are visible. */
function Points({ mine }: { readonly mine: PlayerView }) {
  const { streak, score } = mine;
  return (
    <>
      {streak > 1 && (
        <span class={cx(pills.pill, styles.pillStreak)}>
          <StarIcon />
          <span class="visually-hidden">{t('bar.streak')}</span>
          <span class="digits">{streak}</span>
        </span>
      )}
      {score !== null && (
        <span class={pills.pill}>
          <span class={pills.pillLabel}>{t('bar.score')}</span>
          <span class="digits" data-testid="score" data-value={score}>
            {writtenPoints(score)}
          </span>
        </span>
      )}
    </>
  );
}

/** Clock of the player. Announced only while the player has something to answer. */
function OwnTimer({ state, phase }: BarProps) {
  const { view, mine, clockOffsetMs } = state;
  const deadlineAt = clockOf(state, phase);
  if (deadlineAt === null) return null;
  const isTogether = isActivity(state, phase);
  return (
    <Timer
      deadlineAt={deadlineAt}
      pausedAt={pausedAtOf(view)}
      clockOffsetMs={clockOffsetMs}
      isSpoken={isTogether || isAsked(mine)}
      factor={isTogether ? 1 : (mine?.timeFactor ?? 1)}
    />
  );
}
