import { useMemo } from 'preact/hooks';
import { AnswerForm } from '../../../input/answerForm';
import { DraftStore } from '../../../input/draft';
import { type PlayerActions, playerActionsOf } from '../../../input/playerActions';
import type { Table } from '../../../table/table';
import { runOf } from '../../../picture/session';
import type { Seat } from '../RoundContext';

/** Form with the player's entries, and the actions that it can send; each null while there is nothing to ask. */
export function useAnswerForm(
  table: Table,
  run: string | null,
  own: Seat | null,
): { sheet: AnswerForm | null; wishes: PlayerActions | null } {
  const { view, mine, code } = table.state.value;
  const round = runOf(view, run)?.round;
  const sheet = useMemo(
    () =>
      own && run !== null && mine
        ? new AnswerForm(table, run, own, new DraftStore(code, mine.player, run))
        : null,
    [table, run, own?.round, own?.unit, own?.kind],
  );
  const wishes = useMemo(
    () => (run !== null && round !== undefined ? playerActionsOf(table, run, round) : null),
    [table, run, round],
  );
  return { sheet, wishes };
}
