import { useComputed } from '@preact/signals';
import type { Table, TableState } from '../../table/table';
import { mayAskExtraQuestion } from '../../picture/answerMode';
import { currentRun, pausedAtOf, runOf } from '../../picture/session';
import { remainingMs } from '../parts/Timer';
import type { Seat } from './RoundContext';

/** Tells if the own question is over: its round has been revealed, or its clock has run out. */
function isTimeUp(state: TableState): boolean {
  if (currentRun(state)?.isAnswering === false) return true;
  const deadlineAt = state.mine?.seat?.deadlineAt ?? null;
  const pausedAt = pausedAtOf(state.view);
  return (
    deadlineAt !== null && remainingMs({ deadlineAt, pausedAt, clockOffsetMs: state.clockOffsetMs }) === 0
  );
}

/**
 * Player's seat in the present round of a run, and `isLate` if its time is up by the clock alone. The seat is null
 * while it belongs to another round: own question and public round arrive one after the other.
 */
export function useCurrentSeat(table: Table, run: string | null): { own: Seat | null; isLate: boolean } {
  const { view, mine } = table.state.value;
  const round = runOf(view, run)?.round;
  const seat = mine?.seat && mine.seat.round === round ? mine.seat : null;
  const isLate = useComputed(() => isTimeUp(table.state.value)).value;
  const own = seat && { ...seat, mayAskExtraQuestion: mayAskExtraQuestion(seat, isLate) };
  return { own, isLate };
}
