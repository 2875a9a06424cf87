import type { AcceptedValues, GradedPart } from '../../src/question/gradedPart.ts';
import { grade } from '../../src/question/grade.ts';

/** Verdict on an answer, as a student takes it. */
export interface Told {
  /** `asked`: for another answer, without the loss of a try. */
  readonly outcome: 'right' | 'asked' | 'wrong' | 'unreadable';
  /** The number as it was read. */
  readonly read: number | null;
  /** Mistakes that are named, in their order, and those among them that are said to be the same as the first. */
  readonly named: readonly string[];
  readonly same: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Grades an answer: the only place where the students meet the game's verdicts. */
export function told(graded: GradedPart, raw: string, accepted: AcceptedValues = {}): Told {
  const verdict = grade(graded, raw, accepted);
  switch (verdict.outcome) {
    case 'unreadable':
      return { outcome: 'unreadable', read: null, named: [], same: NOTHING };
    case 'correct':
      return { outcome: 'right', read: verdict.read, named: [], same: NOTHING };
    case 'wrong':
      return {
        outcome: 'wrong',
        read: verdict.read,
        named: verdict.mistakes.map(({ id }) => id),
        same: new Set(verdict.mistakes.filter(({ same }) => same).map(({ id }) => id)),
      };
    default:
      return { outcome: 'asked', read: verdict.read, named: [], same: NOTHING };
  }
}

/** The right number of a part, for examples. */
export const truthOf = (graded: GradedPart): number => (graded.type === 'number' ? graded.truth : Number.NaN);
