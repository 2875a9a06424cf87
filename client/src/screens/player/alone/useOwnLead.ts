import { useRef } from 'preact/hooks';
import { NO_RUN, pagePhase } from '../../../describe/phase';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import type { Lead } from '../lead';

/** Whether this run's rounds are all played with the present one. */
function isLastRound(rounds: number | null, round: number): boolean {
  return rounds !== null && round >= rounds;
}

/**
 * The lead of a player in its own run, at its own pace; null where somebody else leads. Each press leads on by one
 * phase, however often it is pressed before the page shows it.
 */
export function useOwnLead(table: Table | null): Lead | null {
  const asked = useRef('');
  const state = table?.state.value;
  const settings = state?.view?.session['']?.settings;
  if (!table || settings?.pacing !== 'self') return null;

  const onward = async (): Promise<void> => {
    const { view, mine } = table.state.peek();
    const run = mine?.run ?? NO_RUN;
    const now = view?.runs[run];
    const moment = `${now?.round}/${pagePhase(view, run)}/${now?.movedBy.length}`;
    if (asked.current === moment) return;
    asked.current = moment;
    const reply = await table.send({ type: 'goOn', run });
    if (!reply.accepted) asked.current = '';
  };
  const run = state?.view?.runs[state.mine?.run ?? NO_RUN];
  const isTrained = run?.phase === 'reveal' && run.rules.trains;
  const isLast = isLastRound(settings.rounds, run?.round ?? 0);
  return {
    reveal: () => void onward(),
    next: () => void onward(),
    nextWord: t(isTrained ? 'alone.toStep' : isLast ? 'alone.toResults' : 'alone.nextQuestion'),
    rightWorking: null,
  };
}
