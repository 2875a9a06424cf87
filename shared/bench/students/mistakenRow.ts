import { isInside } from '../../src/question/interval.ts';
import { grade } from '../../src/question/grade.ts';
import type { MistakeId } from '../../src/question/question.ts';
import type { Chance } from './chance.ts';
import { type Dice, plain, toFigures } from './figures.ts';
import type { Sheet } from './mistaken.ts';
import { resultOf, typedOut } from './written.ts';

/** What grading makes of one mistake. */
export interface Row {
  readonly id: MistakeId;
  questions: number;
  /** Those among them that no generator would have let through. */
  wild: number;
  found: number;
  foundRounded: number;
  first: number;
  right: number;
  typed: number;
  typedFound: number;
  /** Expressions that came out right by rounding their operands. */
  typedRight: number;
  /** What was named first in its place. */
  readonly before: Map<MistakeId, number>;
  readonly missed: string[];
}

/** Mistakes that happen after an expression, or elsewhere. */
const SILENT: ReadonlySet<MistakeId> = new Set(['slip', 'neighbour', 'sign-slip'] as const);

/** Who has fewer than three figures is only asked for more. */
const inDigits = (value: number): string => (Number.isInteger(value) ? value.toFixed(2) : plain(value));

/** One mistake made in so many questions. */
export function rowOf(
  id: MistakeId,
  chances: readonly Chance[],
  wanted: number,
  work: (chance: Chance) => Sheet | null,
  dice: Dice,
): Row {
  const row: Row = {
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
  };
  for (const chance of chances) {
    if (row.questions === wanted) break;
    const sheet = work(chance);
    if (!sheet) continue;
    const value = resultOf(sheet);
    if (!Number.isFinite(value) || (value !== 0 && Math.abs(value) < 1e-9)) continue;
    if (chance.isWild) {
      if (chance.graded.type !== 'number' || isInside(value, chance.graded.accepted)) continue;
      row.wild++;
    }
    row.questions++;
    const given = (raw: string) => {
      const verdict = grade(chance.graded, raw, {});
      return { verdict, mistakes: verdict.outcome === 'wrong' ? verdict.mistakes : [] };
    };
    const exact = given(inDigits(value));
    if (exact.verdict.outcome === 'correct') row.right++;
    const own = exact.mistakes.find((mistake) => mistake.id === id);
    if (own) row.found++;
    else if (row.missed.length < 3)
      row.missed.push(
        `${chance.asked.question.kind} ${chance.part}: ${plain(value)} gave ${JSON.stringify(exact.verdict)}`,
      );
    if (own && (own.same || exact.mistakes[0] === own)) row.first++;
    else if (own) row.before.set(exact.mistakes[0]!.id, (row.before.get(exact.mistakes[0]!.id) ?? 0) + 1);
    if (given(inDigits(toFigures(value, 3))).mistakes.some((mistake) => mistake.id === id))
      row.foundRounded++;
    const text = SILENT.has(id) ? undefined : typedOut(sheet, dice);
    if (text === undefined) continue;
    const typed = given(text);
    if (typed.verdict.outcome === 'correct') {
      row.typedRight++;
      continue;
    }
    row.typed++;
    if (typed.mistakes.some((mistake) => mistake.id === id)) row.typedFound++;
    else if (row.missed.length < 6)
      row.missed.push(
        `${chance.asked.question.kind} ${chance.part}: ${text} gave ${JSON.stringify(typed.verdict)} not ${id}`,
      );
  }
  return row;
}
