import { isInside } from '../../src/question/numbers/interval.ts';
import { grade } from '../../src/question/grade.ts';
import type { MistakeId } from '../../src/question/question.ts';
import type { Chance } from './chance.ts';
import { type Dice, plain, toFigures } from './figures.ts';
import type { Sheet } from './mistaken.ts';
import { resultOf, typedOut } from './written.ts';

/** Counts of the verdicts on one mistake. */
export interface Row {
  readonly id: MistakeId;
  questions: number;
  /** Number of those that no question generator would have accepted. */
  wild: number;
  found: number;
  foundRounded: number;
  first: number;
  right: number;
  typed: number;
  typedFound: number;
  /** Number of expressions accepted as right because their operands were rounded. */
  typedRight: number;
  /** Mistakes that were named first in its place, with counts. */
  readonly before: Map<MistakeId, number>;
  readonly missed: string[];
}

/** Mistakes made after the working, or elsewhere: no expression shows them. */
const SILENT: ReadonlySet<MistakeId> = new Set(['slip', 'neighbour', 'sign-slip'] as const);

/** Writes at least three figures: with fewer, the verdict would only ask for more. */
const inDigits = (value: number): string => (Number.isInteger(value) ? value.toFixed(2) : plain(value));

const newRow = (id: MistakeId): Row => ({
  id,
  questions: 0,
  wild: 0,
  found: 0,
  foundRounded: 0,
  first: 0,
  right: 0,
  typed: 0,
  typedFound: 0,
  typedRight: 0,
  before: new Map(),
  missed: [],
});

/** Verdict on an answer. */
function given(chance: Chance, raw: string) {
  const verdict = grade(chance.graded, raw, {});
  return { verdict, mistakes: verdict.outcome === 'wrong' ? verdict.mistakes : [] };
}

function miss(row: Row, most: number, { asked, part }: Chance, what: string): void {
  if (row.missed.length < most) row.missed.push(`${asked.question.kind} ${part}: ${what}`);
}

/** Tells whether a mistake has a finite value that is not right by chance. */
function isUsable({ isWild, graded }: Chance, value: number): boolean {
  if (!Number.isFinite(value) || (value !== 0 && Math.abs(value) < 1e-9)) return false;
  return !isWild || (graded.type === 'number' && !isInside(value, graded.accepted));
}

/** Counts a mistake's value submitted as a number: exact, and rounded to three figures. */
function countNumber(row: Row, chance: Chance, value: number): void {
  const { id } = row;
  const exact = given(chance, inDigits(value));
  if (exact.verdict.outcome === 'correct') row.right++;
  const own = exact.mistakes.find((mistake) => mistake.id === id);
  if (own) row.found++;
  else miss(row, 3, chance, `${plain(value)} gave ${JSON.stringify(exact.verdict)}`);
  if (own && (own.same || exact.mistakes[0] === own)) row.first++;
  else if (own) row.before.set(exact.mistakes[0]!.id, (row.before.get(exact.mistakes[0]!.id) ?? 0) + 1);
  const rounded = given(chance, inDigits(toFigures(value, 3)));
  if (rounded.mistakes.some((mistake) => mistake.id === id)) row.foundRounded++;
}

/** Counts a mistake submitted as the expression in which it was made. */
function countTyped(row: Row, chance: Chance, text: string): void {
  const { id } = row;
  const typed = given(chance, text);
  if (typed.verdict.outcome === 'correct') {
    row.typedRight++;
    return;
  }
  row.typed++;
  if (typed.mistakes.some((mistake) => mistake.id === id)) row.typedFound++;
  else miss(row, 6, chance, `${text} gave ${JSON.stringify(typed.verdict)} not ${id}`);
}

/** Counts the verdicts on one mistake in many questions. */
export function rowOf(
  id: MistakeId,
  chances: readonly Chance[],
  wanted: number,
  work: (chance: Chance) => Sheet | null,
  dice: Dice,
): Row {
  const row = newRow(id);
  for (const chance of chances) {
    if (row.questions === wanted) break;
    const sheet = work(chance);
    if (!sheet) continue;
    const value = resultOf(sheet);
    if (!isUsable(chance, value)) continue;
    if (chance.isWild) row.wild++;
    row.questions++;
    countNumber(row, chance, value);
    const text = SILENT.has(id) ? undefined : typedOut(sheet, dice);
    if (text !== undefined) countTyped(row, chance, text);
  }
  return row;
}
