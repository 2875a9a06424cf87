import type { GradedPart } from '../../src/question/gradedPart.ts';
import { MISTAKE_IDS, type MistakeId, type QuestionKind } from '../../src/question/question.ts';
import { type Asked, drawn, fromLesson } from './asked.ts';
import { type Chance, chancesOf, wildChances } from './chance.ts';
import { placeLines, randomLines } from './elsewhere.ts';
import { type Dice, percent, pickOne } from './figures.ts';
import { dial } from './lever.ts';
import { BELLY, DELTA, ERROR, ESTIMATE, GRADIENT, NEXT, OUTPUT, type Sheet, SUM, VALVE } from './mistaken.ts';
import { PLACES } from './places.ts';
import { type Row, rowOf } from './mistakenRow.ts';
import { type Sight, sightOf } from './sight.ts';
import { randomSequence } from '../../src/randomSequence.ts';

type Students = Partial<Record<MistakeId, (sight: Sight, dice: Dice) => Sheet | null>>;

/** Tables of students who compute without the game's code. */
const WRITTEN = [GRADIENT, DELTA, SUM, BELLY, OUTPUT, VALVE, ERROR, NEXT, ESTIMATE, PLACES];
const isWritten = (id: MistakeId): boolean => WRITTEN.some((students) => id in students);

/**
 * Builds a student from a mistake's own rule, for mistakes without a written student. Such rows show whether the
 * mistake is distinguished from others, not whether its rule describes what people do.
 */
function fromRule(id: MistakeId, graded: GradedPart, dice: Dice): Sheet | null {
  const ways = graded.type === 'number' ? graded.candidates().filter((one) => one.id === id) : [];
  return ways.length === 0 ? null : { sum: [[pickOne(ways, dice).value]], times: [] };
}

function* rowsOf(students: Students, chances: readonly Chance[], wanted: number, dice: Dice): Generator<Row> {
  for (const id of MISTAKE_IDS) {
    const student = students[id];
    if (!student && isWritten(id)) continue;
    const work = ({ asked, part, graded }: Chance): Sheet | null =>
      student ? student(sightOf(asked.situation, asked.question, part), dice) : fromRule(id, graded, dice);
    const row = rowOf(id, chances, wanted, work, dice);
    if (student || row.questions > 0) yield row;
  }
}

function* estimates(chances: readonly Chance[], wanted: number, dice: Dice): Generator<Row> {
  for (const id of MISTAKE_IDS) {
    const student = ESTIMATE[id];
    if (!student && isWritten(id)) continue;
    const work = ({ asked: { situation, question }, graded }: Chance): Sheet | null => {
      if (!student) return fromRule(id, graded, dice);
      const at = (shift: number): number => dial(situation, question.edge!, shift);
      const { G } = sightOf(situation, question, 'estimate');
      const here = at(0);
      return student({ here, down: at(-0.1) - here, up: at(0.1) - here }, G, dice);
    };
    const row = rowOf(id, chances, wanted, work, dice);
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
      `| ${id} | ${questions}${row.wild > 0 ? ` (${row.wild} as in a session)` : ''} | ${percent(row.found, questions)} | ${percent(row.foundRounded, questions)} | ${percent(row.first, questions)} | ${row.right} | ${row.typed} | ${percent(row.typedFound, row.typed)} | ${row.typedRight} |`,
    );
    if (process.env['EXAMPLES'] && row.before.size > 0)
      progress(`  ${id} after ${JSON.stringify([...row.before])}`);
    if (process.env['EXAMPLES']) for (const one of row.missed) progress(`  ${id}: ${one}`);
  }
  return [...lines, ''];
}

/** Tables of mistaken students, one mistake after the other; then sets of places, then random answers. */
export function mistakenTables(seed: number, scale: number, progress: (what: string) => void): string[] {
  const dice = randomSequence(seed + 1);
  const wanted = Math.round(2_000 * scale);
  const pool = (kind: QuestionKind, count: number): Asked[] => {
    const questions = drawn(kind, 'weights', Math.ceil(count * scale), dice);
    progress(`${questions.length} questions: ${kind}`);
    return questions;
  };
  const lessons = (['output', 'hiddenOne', 'hidden', 'bias'] as const).flatMap((lesson) =>
    Array.from({ length: Math.ceil(250 * scale) }, (_, i) => fromLesson(lesson, 10_000 + i)),
  );
  const biases = drawn('contribution', 'biases', wanted, dice);
  const contributions = [...lessons, ...pool('contribution', 9_000), ...biases];
  const sets: readonly (readonly [string, string, readonly Asked[], Students])[] = [
    ['the gradient G', 'G', contributions, GRADIENT],
    ['the parcel δ', 'delta', contributions, DELTA],
    ['the sum S', 'S', contributions, SUM],
    ['the belly sum', 'u', pool('forward', 3_000), BELLY],
    ['the output', 'a', pool('output', 5_000), OUTPUT],
    ['the valve', 'f', pool('valve', 5_000), VALVE],
    ['the error', 'e', pool('error', 5_000), ERROR],
    ['the next weight', 'next', pool('update', 3_000), NEXT],
  ];
  const lines: string[] = [];
  const table = (title: string, rows: Iterable<Row>): void => {
    lines.push(...tableOf(title, rows, progress));
    progress(title);
  };
  const everything: Chance[] = [];
  for (const [title, kind, questions, students] of sets) {
    const chances = chancesOf(questions, kind);
    everything.push(...chances.slice(0, 2_000));
    const more = [...wildChances(questions[0]!.question.kind, kind, 10 * wanted, dice)];
    table(title, rowsOf(students, [...chances, ...more], wanted, dice));
  }
  const nudges = chancesOf(pool('nudge', 2_000), 'estimate');
  table('the slope that the lever shows', estimates(nudges, wanted, dice));
  everything.push(
    ...nudges,
    ...chancesOf(contributions, 'S').slice(0, 2_000),
    ...chancesOf(contributions, 'delta').slice(0, 2_000),
  );
  lines.push(
    ...placeLines(
      [...chancesOf(contributions, 'places'), ...wildChances('contribution', 'places', 10 * wanted, dice)],
      wanted,
      dice,
    ),
  );
  progress('places');
  lines.push(...randomLines(everything, wanted, dice));
  return lines;
}
