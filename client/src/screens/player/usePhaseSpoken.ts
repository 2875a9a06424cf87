import { useEffect } from 'preact/hooks';
import { type PagePhase, pagePhase } from '../../describe/phase';
import { loadWords, t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { currentRun, pausedAtOf } from '../../picture/session';
import { activityOf } from '../../picture/activities/activity';
import { say } from '../announcer';
import { notePartMissing } from '../missingPart';

/** Pause before a sentence, ms: patches and messages arrive one after the other. */
const SETTLED_MS = 200;

/** Loads the sentences about the phases of all questions. */
export const loadPhaseSentences = () => import('../../describe/phaseSentence');

/** Says what the phase is about. The sentences of all questions are loaded when the first one is said. */
async function speakPhase(state: TableState): Promise<void> {
  const [{ phaseSentence }] = await Promise.all([loadPhaseSentences(), loadWords('playing')]);
  say(phaseSentence(state));
}

/** Identifies the phase of a round, or an activity and its close. */
function momentOf(state: TableState, phase: PagePhase): string {
  const round = currentRun(state)?.round ?? 0;
  const activity = activityOf(state.view);
  return `${phase} ${round} ${activity?.type} ${activity?.closed}`;
}

/** Announces each phase, and scrolls the page to its top. */
export function usePhaseSpoken(state: TableState): void {
  const { view, mine } = state;
  const phase = pagePhase(view, mine?.run ?? null);
  const moment = momentOf(state, phase);
  const isKnown = view !== null;
  useEffect(() => {
    if (!isKnown) return;
    const timer = setTimeout(() => void speakPhase(state).catch(notePartMissing), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isKnown, moment]);
  const isPaused = pausedAtOf(view) !== null;
  // The network, at the top, shows the new phase.
  useEffect(() => scrollTo({ top: 0 }), [moment]);

  useEffect(() => {
    if (isKnown && phase !== 'lobby') say(isPaused ? t('play.say.paused') : '');
  }, [isPaused]);
}
