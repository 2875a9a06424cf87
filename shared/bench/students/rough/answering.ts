import type { AcceptedValues, GradedPart } from '../../../src/question/gradedPart.ts';
import { type Told, told } from '../judge.ts';
import { type Habit, valueOf } from './habits.ts';

/** Largest number of further answers after a request for more figures. */
const MOST_AGAIN = 4;

/** Course of the answers of one student to one part. */
export interface Course {
  /** Texts that were sent, in order. */
  readonly sent: readonly string[];
  readonly first: Told;
  readonly last: Told;
}

/** Sends answers, each with more figures than the one before, until there is a verdict or no patience. */
export function sendUntilJudged(
  graded: GradedPart,
  accepted: AcceptedValues,
  textAt: (again: number) => string | undefined,
): Course | undefined {
  const sent: string[] = [];
  let first: Told | undefined;
  let last: Told | undefined;
  for (let again = 0; again <= MOST_AGAIN; again++) {
    const text = textAt(again);
    if (text === undefined || text === sent.at(-1)) continue;
    sent.push(text);
    last = told(graded, text, accepted);
    first ??= last;
    if (last.outcome !== 'asked') break;
  }
  return first && last && { sent, first, last };
}

/**
 * Texts of a student with a habit. Asked for more, the student first writes more figures of the same rounded working,
 * then works again with more figures at each step.
 *
 * @param work  value with results on the way rounded by the function given
 */
export function habitTexts(
  { step, text, addsZero }: Habit,
  isFull: boolean,
  work: (write: (value: number) => number) => number,
): (again: number) => string {
  const sent = (again: number): string => {
    const level = Math.max(0, again - 1);
    const value = work((result) => step(result, level));
    if (addsZero && again === 1) return text(valueOf(text(value, 0, true)), 1, true);
    const own = text(value, again, isFull);
    // Without zeros at the end a request for more would get the same text again.
    return again > 0 && own === sent(again - 1) ? text(value, again, true) : own;
  };
  return sent;
}

/** Value of the last text. */
export const lastValue = ({ sent }: Course): number => valueOf(sent.at(-1)!);
