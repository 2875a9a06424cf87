import type { Note } from '../../../input/answerForm';
import { isDone as isThrough } from '../../../picture/answerMode';
import { pausedAtOf } from '../../../picture/session';
import { remainingMs } from '../../parts/Timer';
import type { OpenQuestion, RoundValue } from '../RoundContext';

/** State of an open question: can it still be answered, and which keys are covered. */
export interface Standing {
  readonly isDone: boolean;
  readonly isTimeUp: boolean;
  readonly isPaused: boolean;
  /** True while nothing can be sent: the time is up, or the session pauses. */
  readonly isHalted: boolean;
  readonly openCard: Note | null;
  readonly covered: 'nothing' | 'numbers' | 'all';
}

/** Tells if the turn of a seat is over, or its clock has run out. */
function isLate({ seat, state }: OpenQuestion & RoundValue): boolean {
  const { turn, deadlineAt } = seat;
  if (turn === 'closed') return true;
  const pausedAt = pausedAtOf(state.view);
  return (
    deadlineAt !== null && remainingMs({ deadlineAt, pausedAt, clockOffsetMs: state.clockOffsetMs }) === 0
  );
}

export function standingOf(round: OpenQuestion & RoundValue): Standing {
  const { seat, desk, state, mistake } = round;
  const isTimeUp = desk === 'work' && isLate(round);
  const isDone = desk === 'work' && isThrough(seat);
  const isPaused = pausedAtOf(state.view) !== null;
  const isHalted = isTimeUp || isPaused;
  const openCard = isDone || isHalted ? null : mistake;
  const covered = isDone ? 'all' : openCard || isHalted ? 'numbers' : 'nothing';
  return { isDone, isTimeUp, isPaused, isHalted, openCard, covered };
}
