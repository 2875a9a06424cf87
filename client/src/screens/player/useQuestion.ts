import type { AnswerForm } from '../../input/answerForm';
import type { PlayerActions } from '../../input/playerActions';
import { firstRun, type PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { Table, TableState } from '../../table/table';
import { say } from '../announcer';
import type { Seat } from './RoundContext';
import { useAnswerForm } from './answer/useAnswerForm';
import { useAnswerMode } from './answer/useAnswerMode';
import { useCurrentSeat } from './useCurrentSeat';

interface Asking {
  readonly state: TableState;
  readonly own: Seat | null;
  readonly sheet: AnswerForm | null;
  readonly wishes: PlayerActions | null;
}

/** Asks for an extra or warm-up question, where one is allowed. */
async function askExtraQuestion({ state, own, sheet, wishes }: Asking): Promise<void> {
  if (!wishes || !(own?.mayAskExtraQuestion || state.mine?.warmUp === 'offered')) return;
  sheet?.clearExtra();
  const reply = await wishes.extraQuestion();
  if (!reply.accepted) say(t(`rejection.${reply.rejection}`));
}

/** Player's question in the present round, the facts about it, and the form that answers it. */
export function useQuestion(table: Table, phase: PagePhase) {
  const state = table.state.value;
  const run = state.mine?.run ?? firstRun(state.view);
  const { own, isLate } = useCurrentSeat(table, run);
  const { sheet, wishes } = useAnswerForm(table, run, own);
  const { takeUp, ...mode } = useAnswerMode({ view: state.view, run, own, isLate, phase });
  const onExtraQuestion = (): void => {
    takeUp();
    void askExtraQuestion({ state, own, sheet, wishes });
  };
  return { run, own, sheet, wishes, ...mode, onExtraQuestion };
}
