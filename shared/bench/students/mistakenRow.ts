import { isInside } from '../../src/question/numbers/interval.ts';
import { grade } from '../../src/question/grade.ts';
import type { MistakeId } from '../../src/question/question.ts';
import type { AskedPart } from './askedPart.ts';
import { type Random, plain } from './figures.ts';
import { type Calculation, resultOf, typedText } from './calculation.ts';

/** Counts of the verdicts on one mistake. */
export interface Row {
  readonly id: MistakeId;
  questions: number;
  /** Number of those that no question generator would have accepted. */
  unchecked: number;
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
  unchecked: 0,
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
function given(askedPart: AskedPart, raw: string) {
  const verdict = grade(askedPart.graded, raw, {});
  return { verdict, mistakes: verdict.outcome === 'wrong' ? verdict.mistakes : [] };
}

function miss(row: Row, most: number, { asked, part }: AskedPart, what: string): void {
  if (row.missed.length < most) row.missed.push(`${asked.question.kind} ${part}: ${what}`);
}

/** Tells whether a mistake has a finite value that is not right by askedPart. */
function isUsable({ isUnchecked, graded }: AskedPart, value: number): boolean {
  if (!Number.isFinite(value) || (value !== 0 && Math.abs(value) < 1e-9)) return false;
  return !isUnchecked || (graded.type === 'number' && !isInside(value, graded.accepted));
}

/** Counts a mistake's value submitted as a number: exact, and rounded to three figures. */
function countNumber(row: Row, askedPart: AskedPart, value: number): void {
  const { id } = row;
  const exact = given(askedPart, inDigits(value));
  if (exact.verdict.outcome === 'correct') row.right++;
  const own = exact.mistakes.find((mistake) => mistake.id === id);
  if (own) row.found++;
  else miss(row, 3, askedPart, `${plain(value)} gave ${JSON.stringify(exact.verdict)}`);
  if (own && (own.same || exact.mistakes[0] === own)) row.first++;
  else if (own) row.before.set(exact.mistakes[0]!.id, (row.before.get(exact.mistakes[0]!.id) ?? 0) + 1);
  const rounded = given(askedPart, value.toPrecision(3));
  if (rounded.mistakes.some((mistake) => mistake.id === id)) row.foundRounded++;
}

/** Counts a mistake submitted as the expression in which it was made. */
function countTyped(row: Row, askedPart: AskedPart, text: string): void {
  const { id } = row;
  const typed = given(askedPart, text);
  if (typed.verdict.outcome === 'correct') {
    row.typedRight++;
    return;
  }
  row.typed++;
  if (typed.mistakes.some((mistake) => mistake.id === id)) row.typedFound++;
  else miss(row, 6, askedPart, `${text} gave ${JSON.stringify(typed.verdict)} not ${id}`);
}

/** Counts the verdicts on one mistake in many questions. */
export function rowOf(
  id: MistakeId,
  askedParts: readonly AskedPart[],
  wanted: number,
  work: (askedPart: AskedPart) => Calculation | null,
  random: Random,
): Row {
  const row = newRow(id);
  for (const askedPart of askedParts) {
    if (row.questions === wanted) break;
    const calculation = work(askedPart);
    if (!calculation) continue;
    const value = resultOf(calculation);
    if (!isUsable(askedPart, value)) continue;
    if (askedPart.isUnchecked) row.unchecked++;
    row.questions++;
    countNumber(row, askedPart, value);
    const text = SILENT.has(id) ? undefined : typedText(calculation, random);
    if (text !== undefined) countTyped(row, askedPart, text);
  }
  return row;
}
