import type { PlayerView } from '@relay/shared/referee/view';
import { useRef } from 'preact/hooks';
import { NO_RUN, pagePhase } from '../../../describe/phase';
import { t } from '../../../strings/language';
import type { Table, TableState } from '../../../table/table';
import { currentRun, isSelfPaced } from '../../../picture/session';
import type { RoundControl } from '../roundControl';

/** Identifies the present moment of a run; once it has passed, going on leads elsewhere. */
function momentOf(state: TableState): string {
  const run = currentRun(state);
  return `${run?.round}/${pagePhase(state.view, state.mine?.run ?? NO_RUN)}/${run?.movedBy.length}`;
}

/** Label of the button that leads on. */
function nextWord(to: PlayerView['next'] | undefined): string {
  if (to === 'update') return t('selfPaced.toStep');
  return t(to === 'results' ? 'selfPaced.toResults' : 'selfPaced.nextQuestion');
}

/**
 * Control of a self-paced run; null where a host or clock leads. Repeated presses advance by one phase only, until the
 * page has shown it.
 */
export function useSelfPacedControl(table: Table): RoundControl | null {
  const asked = useRef('');
  const state = table.state.value;
  if (!isSelfPaced(state.view)) return null;

  const onward = async (): Promise<void> => {
    const now = table.state.peek();
    const moment = momentOf(now);
    if (asked.current === moment) return;
    asked.current = moment;
    const reply = await table.send({ type: 'goOn', run: now.mine?.run ?? NO_RUN });
    if (!reply.accepted) asked.current = '';
  };
  return {
    reveal: () => void onward(),
    next: () => void onward(),
    nextWord: nextWord(state.mine?.next),
    rightWorking: null,
  };
}
