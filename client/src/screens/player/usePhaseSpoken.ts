import { useEffect } from 'preact/hooks';
import { pagePhase, phaseSentence } from '../../describe/phase';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { activityOf } from '../../view/together';
import { say } from '../announcer';

/** Patches and messages come one after the other; a sentence waits for the last of them. */
const SETTLED_MS = 200;

/** Says what begins, and shows the page from its top. */
export function usePhaseSpoken(state: TableState | null): void {
  const run = state?.mine?.run ?? null;
  const phase = pagePhase(state?.view ?? null, run);
  const round = run === null ? 0 : (state?.view?.runs[run]?.round ?? 0);
  const activity = activityOf(state?.view ?? null);
  const moment = `${phase} ${round} ${activity?.type} ${activity?.closed}`;
  const isKnown = state?.view !== null && state !== null;
  useEffect(() => {
    if (!isKnown) return;
    const timer = setTimeout(() => say(phaseSentence(state)), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isKnown, moment]);
  const isPaused = (state?.view?.session['']?.pausedAt ?? null) !== null;
  // What happens now happens in the network, at the top.
  useEffect(() => scrollTo({ top: 0 }), [moment]);

  useEffect(() => {
    if (isKnown && phase !== 'lobby') say(isPaused ? t('play.say.paused') : '');
  }, [isPaused]);
}
