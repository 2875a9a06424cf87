import type { AcceptedValues } from '../../../src/question/gradedPart.ts';
import { type Part, partKind } from '../../../src/question/part.ts';
import { randomSequence } from '../../../src/randomSequence.ts';
import type { Asked } from '../asked.ts';
import { percent, plain, type Random } from '../figures.ts';
import { WORKED_OUT } from '../honest.ts';
import type { Pools } from '../pools.ts';
import { Examples, type ReportTable, share } from '../report.ts';
import { type Course, habitTexts, lastValue, sendUntilJudged } from './answering.ts';
import { type Habit, HABITS } from './habits.ts';
import { byFunctionKey, workedPart } from './working.ts';

/** Counts of the answers of students with one habit. */
interface Tally {
  answers: number;
  wrong: number;
  named: number;
  asked: number;
  /** Still asked for more after the last answer. */
  stuck: number;
  /** Questions with several numbers, and those in which a try was lost. */
  sets: number;
  lost: number;
}

const newTally = (): Tally => ({ answers: 0, wrong: 0, named: 0, asked: 0, stuck: 0, sets: 0, lost: 0 });

function add(to: Tally, more: Tally): void {
  for (const key of Object.keys(more) as (keyof Tally)[]) to[key] += more[key];
}

/** Counts of one habit, in all parts and by part kind. */
interface Counts {
  readonly all: Tally;
  readonly byPart: Map<string, Tally>;
}

function count(tally: Tally, { first, last }: Course): void {
  tally.answers++;
  if (first.outcome === 'asked') tally.asked++;
  if (last.outcome === 'asked') tally.stuck++;
  if (last.outcome === 'wrong' || last.outcome === 'unreadable') tally.wrong++;
  if (last.named.length > 0) tally.named++;
}

/** Answers the number parts of one question in their order, and goes on from what was accepted. */
function answerQuestion(
  asked: Asked,
  habit: Habit,
  counts: Counts,
  random: Random,
  examples: Examples,
): void {
  const found: Record<string, number> = {};
  let accepted: AcceptedValues = {};
  let [isLost, numbers] = [false, 0];
  for (const [part, graded] of asked.parts) {
    if (graded.type !== 'number' || !WORKED_OUT.includes(partKind(part))) continue;
    numbers++;
    const key = habit.usesKey ? byFunctionKey(asked, part, found) : undefined;
    const work = workedPart(asked, part, found, random);
    const texts = key === undefined ? habitTexts(habit, random() < 0.5, work) : () => plain(key);
    const course = sendUntilJudged(graded, accepted, texts)!;
    const { last } = course;
    const own = newTally();
    count(own, course);
    add(counts.all, own);
    const kind = partKind(part);
    if (!counts.byPart.has(kind)) counts.byPart.set(kind, newTally());
    add(counts.byPart.get(kind)!, own);
    if (last.outcome === 'right') {
      found[part] = lastValue(course);
      accepted = { ...accepted, [part]: last.read ?? lastValue(course) };
    } else if (last.outcome !== 'asked') {
      isLost = true;
      examples.add(`${habit.name}, ${kind}`, () => described(asked, part, graded.truth, course, accepted));
    }
  }
  if (numbers < 2) return;
  counts.all.sets++;
  if (isLost) counts.all.lost++;
}

function described(
  asked: Asked,
  part: Part,
  truth: number,
  { sent, last }: Course,
  own: AcceptedValues,
): string {
  const before = Object.keys(own).length > 0 ? `, own ${JSON.stringify(own)}` : '';
  return `${asked.source}, ${asked.question.kind} ${part} = ${plain(truth)}${before}: sent ${sent.map((text) => `\`${text}\``).join(', ')}: ${last.outcome} ${last.named.join(', ')}`;
}

const HEAD = [
  'answers',
  'asked for more',
  'still asked after 4 more',
  'cost a try',
  'of these named',
  'questions with several numbers',
  'with a try lost',
];

const cells = (tally: Tally): string[] => [
  `${tally.answers}`,
  percent(tally.asked, tally.answers),
  percent(tally.stuck, tally.answers),
  `${tally.wrong} (${percent(tally.wrong, tally.answers)})`,
  `${tally.named}`,
  `${tally.sets}`,
  percent(tally.lost, tally.sets),
];

/** Answers many questions with one habit. */
function answered(
  habit: Habit,
  questions: readonly Asked[],
  students: number,
  random: Random,
  examples: Examples,
): Counts {
  const counts: Counts = { all: newTally(), byPart: new Map() };
  for (const asked of questions) {
    for (let student = 0; student < students; student++)
      answerQuestion(asked, habit, counts, random, examples);
  }
  return counts;
}

/** Students who work correctly and round too much: by origin of the questions, by preset and by part. */
export function habitTables(pools: Pools, seed: number): ReportTable[] {
  const examples = new Examples(4);
  const random = randomSequence(seed + 100);
  const lessons = (numbers: string): Asked[] =>
    pools.lessons.filter((pool) => pool.numbers === numbers).flatMap(({ questions }) => questions);
  const [friendly, real] = [lessons('friendly'), lessons('real')];
  const origins: (string | number)[][] = [];
  const presets = pools.sessions.map(({ name }): (string | number)[] => [name]);
  const parts: (string | number)[][] = [];
  const measures: Record<string, number> = {};
  for (const habit of HABITS) {
    const byPart = new Map<string, Tally>();
    const collect = (counts: Counts): Tally => {
      for (const [kind, tally] of counts.byPart) {
        if (!byPart.has(kind)) byPart.set(kind, newTally());
        add(byPart.get(kind)!, tally);
      }
      return counts.all;
    };
    const row = (origin: string, tally: Tally): void => {
      origins.push([habit.name, origin, ...cells(tally)]);
    };
    row('generated, friendly', collect(answered(habit, friendly, 2, random, examples)));
    row('generated, real', collect(answered(habit, real, 2, random, examples)));
    const all = newTally();
    for (const [i, { questions }] of pools.sessions.entries()) {
      const tally = collect(answered(habit, questions, 1, random, examples));
      presets[i]!.push(`${percent(tally.wrong, tally.answers)}, ${tally.named}`);
      add(all, tally);
    }
    row('sessions', all);
    const whole = newTally();
    for (const tally of byPart.values()) add(whole, tally);
    measures[`${habit.name}: % of answers that cost a try`] = share(whole.wrong, whole.answers);
    measures[`${habit.name}: answers with a false name`] = whole.named;
    for (const [kind, tally] of byPart) parts.push([habit.name, kind, ...cells(tally).slice(0, 5)]);
  }
  return [
    {
      title: 'Rougher figures: right working',
      head: ['habit', 'questions', ...HEAD],
      rows: origins,
      examples: examples.all,
      measures,
    },
    {
      title: 'Rougher figures: share of answers that cost a try, and number of them named, by preset',
      head: ['session of', ...HABITS.map(({ name }) => name)],
      rows: presets,
      examples: [],
    },
    {
      title: 'Rougher figures: by part',
      head: ['habit', 'part', ...HEAD.slice(0, 5)],
      rows: parts,
      examples: [],
    },
  ];
}
