import { partKind } from '../../../src/question/part.ts';
import { randomSequence } from '../../../src/randomSequence.ts';
import type { AskedPart } from '../askedPart.ts';
import { type Calculation, resultOf, typedText } from '../calculation.ts';
import { percent, pickOne, plain, type Random, shown, toFigures } from '../figures.ts';
import { truthOf } from '../judge.ts';
import { numberParts, type Pools } from '../pools.ts';
import { Examples, type ReportTable, share } from '../report.ts';
import { sightOf } from '../sight.ts';
import { isRight, isWrong, madeMistakes } from '../singles.ts';
import { type Course, sendUntilJudged } from './answering.ts';
import { described } from './mistakenTables.ts';
import { countMistaken, MISTAKEN_HEAD, MistakenTallies } from './mistakenTally.ts';
import { rightWorking } from './rightWorking.ts';

type Operand = (value: number, more: number) => string;

/** Ways to write an operand in rougher figures; `more` figures or decimals after a request. */
const OPERANDS: readonly (readonly [string, Operand])[] = [
  [
    'two decimals',
    (value, more) => {
      const text = shown(value).toFixed(2 + more);
      // A factor of 0.00 is not typed.
      return Number(text) === 0 ? plain(toFigures(value, 1)) : plain(Number(text));
    },
  ],
  ['two figures', (value, more) => plain(toFigures(value, 2 + more))],
  ['one figure', (value, more) => plain(toFigures(value, 1 + more))],
];

/** Sends one expression, after a request with one figure more in each operand. */
function courseOf(
  { graded }: AskedPart,
  working: Calculation,
  operand: Operand,
  shape: number,
): Course | undefined {
  return sendUntilJudged(graded, {}, (again) =>
    typedText(working, randomSequence(shape), (value) => operand(value, again)),
  );
}

/** Counts of expressions of the right places. */
interface RightTally {
  count: number;
  right: number;
  asked: number;
  stuck: number;
  wrong: number;
  named: number;
}

function countRight(tally: RightTally, { first, last }: Course): void {
  tally.count++;
  if (first.outcome === 'right') tally.right++;
  if (first.outcome === 'asked') tally.asked++;
  if (last.outcome === 'asked') tally.stuck++;
  if (last.outcome === 'wrong' || last.outcome === 'unreadable') tally.wrong++;
  if (last.named.length > 0) tally.named++;
}

function rightTally(
  name: string,
  operand: Operand,
  all: readonly AskedPart[],
  random: Random,
  examples: Examples,
): RightTally {
  const tally: RightTally = { count: 0, right: 0, asked: 0, stuck: 0, wrong: 0, named: 0 };
  for (const askedPart of all) {
    const { asked, part, graded } = askedPart;
    const working = rightWorking(sightOf(asked.situation, asked.question, part), part, random);
    const course = working && courseOf(askedPart, working, operand, Math.floor(random() * 2 ** 32));
    if (!course || !isRight(askedPart, resultOf(working))) continue;
    countRight(tally, course);
    const { last, sent } = course;
    if (last.outcome !== 'wrong' && last.outcome !== 'unreadable') continue;
    examples.add(
      `${name}, ${partKind(part)}`,
      () =>
        `${asked.source}, ${asked.question.kind} ${part} = ${plain(truthOf(graded))}: sent ${sent.map((text) => `\`${text}\``).join(', ')}: ${last.outcome} ${last.named.join(', ')}`,
    );
  }
  return tally;
}

/** Students who type the right places as an expression with rougher operands. */
function rightTable(
  parts: readonly (readonly [string, readonly AskedPart[]])[],
  random: Random,
): ReportTable {
  const examples = new Examples(4);
  const rows: (string | number)[][] = [];
  const measures: Record<string, number> = {};
  for (const [name, operand] of OPERANDS) {
    const tallies = parts.map(([origin, all]) => {
      const tally = rightTally(name, operand, all, random, examples);
      const { count, right, asked, stuck, wrong, named } = tally;
      const shares = [right, asked, stuck].map((one) => percent(one, count));
      rows.push([name, origin, count, ...shares, `${wrong} (${percent(wrong, count)})`, named]);
      return tally;
    });
    const sum = (field: 'wrong' | 'count'): number =>
      tallies.reduce((total, tally) => total + tally[field], 0);
    measures[`right places, operands of ${name}: % that cost a try`] = share(sum('wrong'), sum('count'));
  }
  return {
    title: 'Expressions of the right places in rougher figures',
    head: [
      'operands',
      'questions',
      'expressions',
      'right at once',
      'asked for more',
      'still asked after 4 more',
      'cost a try',
      'of these named',
    ],
    rows,
    examples: examples.all,
    measures,
  };
}

/** Share of the mistakes of a part that are typed. */
const SHARE = 0.4;
/** Mistakes made after the working, or elsewhere: no expression shows them. */
const SILENT: readonly string[] = ['slip', 'neighbour', 'sign-slip'];

function mistakenTable(
  parts: readonly (readonly [string, readonly AskedPart[]])[],
  random: Random,
): ReportTable {
  const examples = new Examples(3);
  const tallies = new MistakenTallies();
  for (const [name] of OPERANDS) for (const [origin] of parts) tallies.of(name, origin);
  for (const [origin, all] of parts) {
    for (const askedPart of all) {
      for (const mistake of madeMistakes(askedPart, random)) {
        if (SILENT.includes(mistake.id) || random() > SHARE || !isWrong(askedPart, mistake)) continue;
        const [name, operand] = pickOne(OPERANDS, random);
        const course = courseOf(askedPart, mistake.calculation, operand, Math.floor(random() * 2 ** 32));
        if (!course) continue;
        // The value of the operands as they were typed last.
        const value = course.last.read ?? Number.NaN;
        const fault = countMistaken(tallies.of(name, origin), mistake.id, course, isRight(askedPart, value));
        if (fault)
          examples.add(`${fault}, ${name}, ${partKind(askedPart.part)}`, () =>
            described(askedPart, mistake, course),
          );
      }
    }
  }
  return {
    title: 'Expressions of a mistake in rougher figures',
    head: ['operands', 'questions', ...MISTAKEN_HEAD],
    rows: tallies.rows(),
    examples: examples.all,
    measures: { 'mistaken expressions in rougher figures that are helped': tallies.sum('', 'helped') },
  };
}

/** Expressions with operands of one or two figures: of the right places, and of known mistakes. */
export function expressionTables(pools: Pools, seed: number): ReportTable[] {
  const random = randomSequence(seed + 300);
  const parts = [
    ['generated', numberParts(pools.lessons.flatMap(({ questions }) => questions))],
    ['sessions', numberParts(pools.sessions.flatMap(({ questions }) => questions))],
  ] as const;
  return [rightTable(parts, random), mistakenTable(parts, random)];
}
