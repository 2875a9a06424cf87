import { MAX_TRIES } from './score.ts';
import type { Run, Seat } from './state.ts';

/** How far the person in a seat is: nothing yet, something, or everything right or out of tries. */
export function progressOf(run: Run, seat: Seat): 'machine' | 'open' | 'started' | 'done' {
  if (seat.player === null || !seat.question) return 'machine';
  const parts = run.answers[seat.player]?.parts ?? {};
  const isDone = seat.question.parts.every((part) => {
    const answer = parts[part];
    return answer !== undefined && (answer.right || answer.tries >= MAX_TRIES);
  });
  if (isDone) return 'done';
  return Object.keys(parts).length > 0 ? 'started' : 'open';
}
