import { classRun, isAnswering, NO_RUN, type PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { activityOf } from '../../view/together';
import { writtenPoints } from '../../view/written';
import { CodeFact, LossFact, PhaseFact, PlayersFact, RoundFact, UnitFact } from '../parts/facts';
import { StarIcon } from '../parts/icons';
import { LanguageSwitch } from '../parts/LanguageSwitch';
import { Timer } from '../parts/Timer';

/** Until when the player's answers count: null where no clock runs for it. */
function clockOf(state: TableState, phase: PagePhase): number | null {
  const { view, mine } = state;
  const activity = activityOf(view);
  const isBetween = !isAnswering(phase) || (activity !== null && mine?.warmUp === 'open');
  if (isBetween) return activity && !activity.closed ? activity.deadlineAt : null;
  // Who warms up has the clock of the others.
  if (mine?.seat && mine.warmUp === null) return mine.seat.deadlineAt;
  const run = view?.runs[classRun(state) ?? NO_RUN];
  // Who only watches has no layer whose turn could be up.
  return run?.isAnswering && !run.isByLayer ? run.deadlines.hidden : null;
}

/** The line on top: phase, seat, points, time. What matters less goes to the foot of a small page. */
export function Bar({ state, phase }: { readonly state: TableState; readonly phase: PagePhase }) {
  const { view, mine, clockOffsetMs } = state;
  const session = view?.session[''];
  const run = view?.runs[classRun(state) ?? NO_RUN];
  const seat = mine?.seat ?? null;
  const pausedAt = session?.pausedAt ?? null;
  const isTogether = !isAnswering(phase) && activityOf(view) !== null;
  const deadlineAt = clockOf(state, phase);
  return (
    <>
      <header class="bar">
        <PhaseFact
          phase={phase}
          view={view}
          isPaused={pausedAt !== null && !isAnswering(phase) && phase !== 'ended'}
        />
        <RoundFact round={run?.round ?? 0} />
        {!isTogether && <UnitFact state={state} />}
        <span class="bar-gap" />
        {(mine?.streak ?? 0) > 1 && (
          <span class="pill pill-streak">
            <StarIcon />
            <span class="unseen">{t('bar.streak')}</span>
            <span class="digits">{mine!.streak}</span>
          </span>
        )}
        {mine && mine.score !== null && (
          <span class="pill pill-score">
            <span class="pill-label">{t('bar.score')}</span>
            <span class="digits" data-testid="score" data-value={mine.score}>
              {writtenPoints(mine.score)}
            </span>
          </span>
        )}
        {deadlineAt !== null && (
          <Timer
            deadlineAt={deadlineAt}
            pausedAt={pausedAt}
            clockOffsetMs={clockOffsetMs}
            isSpoken={(seat !== null && mine?.warmUp === null) || isTogether}
            factor={isTogether ? 1 : (mine?.timeFactor ?? 1)}
          />
        )}
      </header>
      <footer class="bar-more">
        <LossFact loss={run?.losses.at(-1)} />
        <PlayersFact players={session?.players ?? 0} />
        <CodeFact code={state.code} />
        <LanguageSwitch />
      </footer>
    </>
  );
}
