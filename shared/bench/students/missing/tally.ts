import type { AskedPart } from '../askedPart.ts';
import { type Calculation, resultOf, typedText } from '../calculation.ts';
import { inDigits, percent, type Random, toFigures } from '../figures.ts';
import { type Told, told } from '../judge.ts';

/** Counts of the verdicts on one mistake. */
export interface Tally {
  questions: number;
  recognised: number;
  rounded: number;
  first: number;
  right: number;
  asked: number;
  falsely: number;
  typed: number;
  typedRecognised: number;
  readonly named: Map<string, number>;
}

export const newTally = (): Tally => ({
  questions: 0,
  recognised: 0,
  rounded: 0,
  first: 0,
  right: 0,
  asked: 0,
  falsely: 0,
  typed: 0,
  typedRecognised: 0,
  named: new Map(),
});

const recognises = ({ named }: Told, accepted: readonly string[]): boolean =>
  named.some((id) => accepted.includes(id));

/** Counts a mistake as an exact number, in three figures and as an expression. @returns the verdict on the exact number */
export function countMade(
  tally: Tally,
  { graded }: AskedPart,
  made: Calculation,
  accepted: readonly string[],
  random: Random,
): Told {
  const value = resultOf(made);
  // Terms that cancel leave a rest of the last digits, which nobody writes.
  const written = Math.abs(value) < 1e-12 ? 0 : value;
  const exact = told(graded, inDigits(written));
  tally.questions++;
  if (exact.outcome === 'right') tally.right++;
  if (exact.outcome === 'asked') tally.asked++;
  if (recognises(exact, accepted)) tally.recognised++;
  const [first] = exact.named;
  if (first !== undefined) {
    tally.named.set(first, (tally.named.get(first) ?? 0) + 1);
    if (accepted.includes(first) || accepted.some((id) => exact.same.has(id))) tally.first++;
    else tally.falsely++;
  }
  if (recognises(told(graded, inDigits(toFigures(written, 3))), accepted)) tally.rounded++;
  const text = typedText(made, random);
  if (text !== undefined) {
    tally.typed++;
    if (recognises(told(graded, text), accepted)) tally.typedRecognised++;
  }
  return exact;
}

export const HEAD = [
  'mistake',
  'part',
  'questions',
  'recognised',
  'in 3 figures',
  'first',
  'marked right',
  'asked for more',
  'another named first',
  'expressions',
  'recognised',
  'named first',
];

export function rowOf(student: string, part: string, tally: Tally): (string | number)[] {
  const { questions, typed } = tally;
  const most = [...tally.named].toSorted(([, a], [, b]) => b - a).slice(0, 4);
  return [
    student,
    part,
    questions,
    percent(tally.recognised, questions),
    percent(tally.rounded, questions),
    percent(tally.first, questions),
    tally.right,
    tally.asked,
    percent(tally.falsely, questions),
    typed,
    percent(tally.typedRecognised, typed),
    most.map(([id, times]) => `${id} ${times}`).join(', ') || 'none',
  ];
}
