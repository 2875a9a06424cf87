import { MAX_TRIES } from './score.ts';
import type { Part } from '../question/question.ts';
import type { PartAnswer, Run, Seat } from './state.ts';

/** What is looked at of an answer to a part. */
type Tried = Pick<PartAnswer, 'right' | 'tries'>;

/** Whether nothing more can be handed in for a part: it is right, or all tries are used. */
export function isSettled(answer: Tried | undefined): boolean {
  return answer !== undefined && (answer.right || answer.tries >= MAX_TRIES);
}

/** Whether a question was answered without a miss: every part right, and at the first try. */
export function isClean(parts: readonly Part[], answers: Partial<Readonly<Record<Part, Tried>>>): boolean {
  return parts.every((part) => answers[part]?.right && answers[part].tries === 1);
}

/** How far the person in a seat is: nothing yet, something, or everything right or out of tries. */
export function progressOf(run: Run, seat: Seat): 'machine' | 'open' | 'started' | 'done' {
  if (seat.player === null || !seat.question) return 'machine';
  const parts = run.answers[seat.player]?.parts ?? {};
  if (seat.question.parts.every((part) => isSettled(parts[part]))) return 'done';
  return Object.keys(parts).length > 0 ? 'started' : 'open';
}
