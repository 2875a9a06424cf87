import { allUnits, unitName } from '../../src/maths/unit.ts';
import { grade } from '../../src/question/grade.ts';
import type { GradedPart, PlacesPart } from '../../src/question/gradedPart.ts';
import { allPlaces } from '../../src/question/place.ts';
import {
  MISTAKE_IDS,
  type MistakeId,
  type Part,
  partKind,
  type QuestionKind,
} from '../../src/question/question.ts';
import { isInside } from '../../src/question/interval.ts';
import { type Asked, drawn, fromLesson, inTheWild } from './asked.ts';
import { type Dice, diceOf, pickOne, plain, toFigures } from './figures.ts';
import { dial } from './lever.ts';
import { BELLY, DELTA, ERROR, ESTIMATE, GRADIENT, NEXT, OUTPUT, type Sheet, SUM, VALVE } from './mistaken.ts';
import { type Board, PLACES } from './places.ts';
import { type Sight, sightOf } from './sight.ts';
import { resultOf, typedOut } from './written.ts';

type Students = Partial<Record<MistakeId, (sight: Sight, dice: Dice) => Sheet | null>>;

/** What was asked, and which part of it the mistake is made in. */
interface Chance {
  readonly asked: Asked;
  readonly part: Part;
  readonly graded: GradedPart;
  /** Asked as in a session, whatever it can tell apart. */
  readonly isWild?: true;
}

interface Row {
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

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;

function chancesOf(questions: readonly Asked[], kind: string): Chance[] {
  return questions.flatMap((asked) =>
    asked.parts
      .filter(([part]) => partKind(part) === kind)
      .map(([part, graded]): Chance => ({ asked, part, graded })),
  );
}

/** Who has fewer than three figures is only asked for more. */
const inDigits = (value: number): string => (Number.isInteger(value) ? value.toFixed(2) : plain(value));

function* wildChances(kind: QuestionKind, part: string, count: number, dice: Dice): Generator<Chance> {
  for (let i = 0; i < count; i++) {
    const asked = inTheWild(kind, i % 5 === 0 && kind === 'contribution' ? 'biases' : 'weights', dice);
    if (!asked) continue;
    for (const chance of chancesOf([asked], part)) yield { ...chance, isWild: true };
  }
}

/** One mistake made in so many questions. */
function rowOf(
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

/** Mistakes that happen after an expression, or elsewhere. */
const SILENT: ReadonlySet<MistakeId> = new Set(['slip', 'neighbour', 'sign-slip'] as const);

function* rowsOf(students: Students, chances: readonly Chance[], wanted: number, dice: Dice): Generator<Row> {
  for (const id of MISTAKE_IDS) {
    const student = students[id];
    if (!student) continue;
    yield rowOf(
      id,
      chances,
      wanted,
      ({ asked, part }) => student(sightOf(asked.situation, asked.question, part), dice),
      dice,
    );
  }
}

function* estimates(chances: readonly Chance[], wanted: number, dice: Dice): Generator<Row> {
  for (const id of MISTAKE_IDS) {
    const student = ESTIMATE[id];
    if (!student) continue;
    const work = ({ asked: { situation, question } }: Chance): Sheet => {
      const at = (shift: number): number => dial(situation, question.edge!, shift);
      const { G } = sightOf(situation, question, 'estimate');
      const here = at(0);
      return student({ here, down: at(-0.1) - here, up: at(0.1) - here }, G, dice);
    };
    yield rowOf(id, chances, wanted, work, dice);
  }
}

function boardOf({ situation: { network }, question }: Asked, graded: PlacesPart): Board {
  const { unit, edge } = question;
  const named = (layer: number): string[] =>
    allUnits(network)
      .filter((one) => one.layer === layer)
      .map((one) => unitName(network, one));
  const before = named(unit.layer - 1);
  return {
    right: graded.truth,
    all: allPlaces(network),
    unit: unitName(network, unit),
    source: edge && edge.from !== 'bias' ? before[edge.from] : undefined,
    layer: named(unit.layer),
    before,
    next: named(unit.layer + 1),
    isDeep: unit.layer + 1 < network.layers.length,
  };
}

function placeLines(chances: readonly Chance[], wanted: number, dice: Dice): string[] {
  const lines = [
    '### From the places',
    '',
    '| mistake | sets | recognised | first |',
    '|---|---:|---:|---:|',
  ];
  for (const id of MISTAKE_IDS) {
    const student = PLACES[id];
    if (!student) continue;
    let [sets, found, first] = [0, 0, 0];
    for (const { asked, graded } of chances) {
      if (sets === wanted) break;
      const taken = graded.type === 'places' ? student(boardOf(asked, graded), dice) : null;
      if (!taken || taken.length === 0) continue;
      sets++;
      const verdict = grade(graded, taken.join(' '), {});
      const mistakes = verdict.outcome === 'wrong' ? verdict.mistakes : [];
      if (mistakes.some((mistake) => mistake.id === id)) found++;
      if (mistakes[0]?.id === id) first++;
    }
    lines.push(`| ${id} | ${sets} | ${percent(found, sets)} | ${percent(first, sets)} |`);
  }
  return [...lines, ''];
}

function randomLines(chances: readonly Chance[], count: number, dice: Dice): string[] {
  const lines = [
    '### Random wrong answers',
    '',
    '| part | answers | share that gets a diagnosis |',
    '|---|---:|---:|',
  ];
  for (const kind of ['S', 'delta', 'G', 'u', 'a', 'f', 'e', 'next', 'estimate']) {
    const own = chances.filter(({ part }) => partKind(part) === kind);
    let [answers, named] = [0, 0];
    for (let tries = 0; own.length > 0 && answers < count && tries < 3 * count; tries++) {
      const { graded } = pickOne(own, dice);
      if (graded.type !== 'number') continue;
      const size = Math.abs(graded.truth) * 10 ** (2 * dice() - 1);
      const verdict = grade(graded, plain(toFigures(dice() < 0.5 ? size : -size, 3)), {});
      if (verdict.outcome !== 'wrong') continue;
      answers++;
      if (verdict.mistakes.length > 0) named++;
    }
    lines.push(`| ${kind} | ${answers} | ${percent(named, answers)} |`);
  }
  return [...lines, ''];
}

/** Mistaken students, one mistake after the other; then sets of places, then answers out of nowhere. */
export function mistakenTables(seed: number, scale: number, progress: (what: string) => void): string[] {
  const dice = diceOf(seed + 1);
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
    lines.push(`### Mistaken students: ${title}`, '');
    lines.push(
      '| mistake | questions | recognised | in 3 figures | first, or the same as the first | marked right | expressions | recognised | right by rounding |',
      '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
    );
    for (const row of rows) {
      const { id, questions } = row;
      lines.push(
        `| ${id} | ${questions}${row.wild > 0 ? ` (${row.wild} as in a session)` : ''} | ${percent(row.found, questions)} | ${percent(row.foundRounded, questions)} | ${percent(row.first, questions)} | ${row.right} | ${row.typed} | ${percent(row.typedFound, row.typed)} | ${row.typedRight} |`,
      );
      if (process.env['EXAMPLES'] && row.before.size > 0)
        progress(`  ${id} after ${JSON.stringify([...row.before])}`);
      if (process.env['EXAMPLES']) for (const one of row.missed) progress(`  ${id}: ${one}`);
    }
    lines.push('');
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
