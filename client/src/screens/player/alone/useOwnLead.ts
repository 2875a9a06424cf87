import type { PlayerView } from '@relay/shared/referee/view';
import { useRef } from 'preact/hooks';
import { NO_RUN, pagePhase } from '../../../describe/phase';
import { t } from '../../../strings/language';
import type { Table, TableState } from '../../../table/table';
import { currentRun, isSelfPaced } from '../../../view/session';
import type { RoundControl } from '../lead';

/** What the present moment of a run is: after it has passed, going on means something else. */
function momentOf(state: TableState): string {
  const run = currentRun(state);
  return `${run?.round}/${pagePhase(state.view, state.mine?.run ?? NO_RUN)}/${run?.movedBy.length}`;
}

/** What a player's own going on leads to. */
function nextWord(to: PlayerView['next'] | undefined): string {
  if (to === 'update') return t('alone.toStep');
  return t(to === 'results' ? 'alone.toResults' : 'alone.nextQuestion');
}

/**
 * The lead of a player in its own run, at its own pace; null where somebody else leads. Each press leads on by one
 * phase, however often it is pressed before the page shows it.
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
