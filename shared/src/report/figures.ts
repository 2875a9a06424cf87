import type { MistakeId } from '../question/question.ts';
import type { PartResult } from './countedParts.ts';
import type { ColumnId, Row } from './table.ts';

/** Columns of the figures of some parts. */
export const FIGURES = [
  'students',
  'asked',
  'answered',
  'first',
  'firstShare',
  'right',
  'rightShare',
  'meanTries',
  'hints',
  'medianTime',
  'topMistake',
] as const satisfies readonly ColumnId[];

/** Share of some in all; null where there are none. */
export const shareOf = (some: number, all: number): number | null => (all === 0 ? null : some / all);

/** Middle value; of an even number the mean of the two middle ones; null of none. */
function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const countIf = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.reduce((count, one) => count + Number(is(one)), 0);

/** Number of students who made a mistake, and of all answers that show it, most frequent first. */
export function mistakeTallies(
  parts: readonly PartResult[],
): readonly { readonly mistake: MistakeId; readonly students: number; readonly times: number }[] {
  const made = new Map<MistakeId, { readonly students: Set<string>; times: number }>();
  for (const { mistakes, question } of parts) {
    for (const mistake of mistakes) {
      const one = made.get(mistake) ?? { students: new Set(), times: 0 };
      one.students.add(question.player);
      one.times++;
      made.set(mistake, one);
    }
  }
  return [...made]
    .map(([mistake, { students, times }]) => ({ mistake, students: students.size, times }))
    .sort((a, b) => b.students - a.students || b.times - a.times || (a.mistake < b.mistake ? -1 : 1));
}

/** Figures of some parts. Those that do not count are left out here, and nowhere else. */
export function figuresOf(all: readonly PartResult[]): Row<(typeof FIGURES)[number]> {
  const parts = all.filter(({ isCounted }) => isCounted);
  const answered = parts.filter(({ tries }) => tries > 0);
  const first = countIf(parts, ({ isFirst }) => isFirst);
  const right = countIf(parts, ({ isRight }) => isRight);
  const tries = answered.reduce((sum, part) => sum + part.tries, 0);
  return {
    students: new Set(parts.map(({ question }) => question.player)).size,
    asked: parts.length,
    answered: answered.length,
    first,
    firstShare: shareOf(first, parts.length),
    right,
    rightShare: shareOf(right, parts.length),
    meanTries: shareOf(tries, answered.length),
    hints: countIf(parts, ({ part }) => part.hint !== null),
    medianTime: medianOf(parts.flatMap(({ firstRightMs }) => firstRightMs ?? [])),
    topMistake: mistakeTallies(parts)[0]?.mistake ?? null,
  };
}
