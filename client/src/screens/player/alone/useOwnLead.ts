import { useRef } from 'preact/hooks';
import { NO_RUN, pagePhase } from '../../../describe/phase';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import type { Lead } from '../lead';

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
  const to = state?.mine?.next;
  return {
    reveal: () => void onward(),
    next: () => void onward(),
    nextWord: t(
      to === 'update' ? 'alone.toStep' : to === 'results' ? 'alone.toResults' : 'alone.nextQuestion',
    ),
    rightWorking: null,
  };
}
