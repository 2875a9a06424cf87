import { useEffect } from 'preact/hooks';
import { type PagePhase, pagePhase } from '../../describe/phase';
import { phaseSentence } from '../../describe/phaseSentence';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { currentRun, pausedAtOf } from '../../view/session';
import { activityOf } from '../../view/together';
import { say } from '../announcer';

/** Patches and messages come one after the other; a sentence waits for the last of them. */
const SETTLED_MS = 200;

/** What begins for everyone at once: a phase of a round, an activity, its close. */
function momentOf(state: TableState, phase: PagePhase): string {
  const round = currentRun(state)?.round ?? 0;
  const activity = activityOf(state.view);
  return `${phase} ${round} ${activity?.type} ${activity?.closed}`;
}

/** Says what begins, and shows the page from its top. */
export function usePhaseSpoken(state: TableState): void {
  const { view, mine } = state;
  const phase = pagePhase(view, mine?.run ?? null);
  const moment = momentOf(state, phase);
  const isKnown = view !== null;
  useEffect(() => {
    if (!isKnown) return;
    const timer = setTimeout(() => say(phaseSentence(state)), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isKnown, moment]);
  const isPaused = pausedAtOf(view) !== null;
  // What happens now happens in the network, at the top.
  useEffect(() => scrollTo({ top: 0 }), [moment]);

  useEffect(() => {
    if (isKnown && phase !== 'lobby') say(isPaused ? t('play.say.paused') : '');
  }, [isPaused]);
}
