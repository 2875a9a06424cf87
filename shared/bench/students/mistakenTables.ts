import type { GradedPart } from '../../src/question/gradedPart.ts';
import { MISTAKE_IDS, type MistakeId, type QuestionKind } from '../../src/question/question.ts';
import { type Asked, checkedQuestions, lessonQuestion } from './asked.ts';
import { type AskedPart, askedPartsOf, uncheckedParts } from './askedPart.ts';
import { placeLines, randomLines } from './otherTables.ts';
import { type Random, percent, pickOne } from './figures.ts';
import type { Calculation } from './calculation.ts';
import { dial } from './lever.ts';
import { PRE_ACTIVATION, DELTA, ERROR, ESTIMATE, GRADIENT, NEXT, OUTPUT, SUM, SLOPE } from './mistaken.ts';
import { PLACES } from './places.ts';
import { type Row, rowOf } from './mistakenRow.ts';
import { type Sight, sightOf } from './sight.ts';
import { randomSequence } from '../../src/randomSequence.ts';

type Students = Partial<Record<MistakeId, (sight: Sight, random: Random) => Calculation | null>>;

/** Tables of students who compute without the game's code. */
const WRITTEN = [GRADIENT, DELTA, SUM, PRE_ACTIVATION, OUTPUT, SLOPE, ERROR, NEXT, ESTIMATE, PLACES];
const isWritten = (id: MistakeId): boolean => WRITTEN.some((students) => id in students);

/**
 * Builds a student from a mistake's own rule, for mistakes without a written student. Such rows show whether the
 * mistake is distinguished from others, not whether its rule describes what people do.
 */
function fromRule(id: MistakeId, graded: GradedPart, random: Random): Calculation | null {
  const ways = graded.type === 'number' ? graded.candidates().filter((one) => one.id === id) : [];
  return ways.length === 0 ? null : { sum: [[pickOne(ways, random).value]], times: [] };
}

function* rowsOf(
  students: Students,
  askedParts: readonly AskedPart[],
  wanted: number,
  random: Random,
): Generator<Row> {
  for (const id of MISTAKE_IDS) {
    const student = students[id];
    if (!student && isWritten(id)) continue;
    const work = ({ asked, part, graded }: AskedPart): Calculation | null =>
      student
        ? student(sightOf(asked.situation, asked.question, part), random)
        : fromRule(id, graded, random);
    const row = rowOf(id, askedParts, wanted, work, random);
    if (student || row.questions > 0) yield row;
  }
}

function* estimates(askedParts: readonly AskedPart[], wanted: number, random: Random): Generator<Row> {
  for (const id of MISTAKE_IDS) {
    const student = ESTIMATE[id];
    if (!student && isWritten(id)) continue;
    const work = ({ asked: { situation, question }, graded }: AskedPart): Calculation | null => {
      if (!student) return fromRule(id, graded, random);
      const at = (shift: number): number => dial(situation, question.edge!, shift);
      const { G } = sightOf(situation, question, 'estimate');
      const here = at(0);
      return student({ here, down: at(-0.1) - here, up: at(0.1) - here }, G, random);
    };
    const row = rowOf(id, askedParts, wanted, work, random);
    if (student || row.questions > 0) yield row;
  }
}

function tableOf(title: string, rows: Iterable<Row>, progress: (what: string) => void): string[] {
  const lines = [
    `### Mistaken students: ${title}`,
    '',
    '| mistake | questions | recognised | in 3 figures | first, or the same as the first | marked right | expressions | recognised | right by rounding |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
  ];
  for (const row of rows) {
    const { id, questions } = row;
    lines.push(
      `| ${id} | ${questions}${row.unchecked > 0 ? ` (${row.unchecked} as in a session)` : ''} | ${percent(row.found, questions)} | ${percent(row.foundRounded, questions)} | ${percent(row.first, questions)} | ${row.right} | ${row.typed} | ${percent(row.typedFound, row.typed)} | ${row.typedRight} |`,
    );
    if (process.env['EXAMPLES'] && row.before.size > 0)
      progress(`  ${id} after ${JSON.stringify([...row.before])}`);
    if (process.env['EXAMPLES']) for (const one of row.missed) progress(`  ${id}: ${one}`);
  }
  return [...lines, ''];
}

/** Tables of mistaken students, one mistake after the other; then sets of places, then random answers. */
export function mistakenTables(seed: number, scale: number, progress: (what: string) => void): string[] {
  const random = randomSequence(seed + 1);
  const wanted = Math.round(2_000 * scale);
  const pool = (kind: QuestionKind, count: number): Asked[] => {
    const questions = checkedQuestions(kind, 'weights', Math.ceil(count * scale), random);
    progress(`${questions.length} questions: ${kind}`);
    return questions;
  };
  const lessons = (['output', 'hiddenOne', 'hidden', 'bias'] as const).flatMap((lesson) =>
    Array.from({ length: Math.ceil(250 * scale) }, (_, i) => lessonQuestion(lesson, 10_000 + i)),
  );
  const biases = checkedQuestions('contribution', 'biases', wanted, random);
  const contributions = [...lessons, ...pool('contribution', 9_000), ...biases];
  const sets: readonly (readonly [string, string, readonly Asked[], Students])[] = [
    ['the gradient G', 'G', contributions, GRADIENT],
    ['the parcel δ', 'delta', contributions, DELTA],
    ['the sum S', 'S', contributions, SUM],
    ['the belly sum', 'u', pool('forward', 3_000), PRE_ACTIVATION],
    ['the output', 'a', pool('output', 5_000), OUTPUT],
    ['the valve', 'f', pool('valve', 5_000), SLOPE],
    ['the error', 'e', pool('error', 5_000), ERROR],
    ['the next weight', 'next', pool('update', 3_000), NEXT],
  ];
  const lines: string[] = [];
  const table = (title: string, rows: Iterable<Row>): void => {
    lines.push(...tableOf(title, rows, progress));
    progress(title);
  };
  const everything: AskedPart[] = [];
  for (const [title, kind, questions, students] of sets) {
    const askedParts = askedPartsOf(questions, kind);
    everything.push(...askedParts.slice(0, 2_000));
    const more = [...uncheckedParts(questions[0]!.question.kind, kind, 10 * wanted, random)];
    table(title, rowsOf(students, [...askedParts, ...more], wanted, random));
  }
  const nudges = askedPartsOf(pool('nudge', 2_000), 'estimate');
  table('the slope that the lever shows', estimates(nudges, wanted, random));
  everything.push(
    ...nudges,
    ...askedPartsOf(contributions, 'S').slice(0, 2_000),
    ...askedPartsOf(contributions, 'delta').slice(0, 2_000),
  );
  lines.push(
    ...placeLines(
      [
        ...askedPartsOf(contributions, 'places'),
        ...uncheckedParts('contribution', 'places', 10 * wanted, random),
      ],
      wanted,
      random,
    ),
  );
  progress('places');
  lines.push(...randomLines(everything, wanted, random));
  return lines;
}
