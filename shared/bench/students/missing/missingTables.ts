import { randomSequence } from '../../../src/randomSequence.ts';
import { uncheckedParts, type AskedPart } from '../askedPart.ts';
import { type Calculation, resultOf } from '../calculation.ts';
import { inDigits, plain, type Random, shuffled } from '../figures.ts';
import { truthOf } from '../judge.ts';
import { dial } from '../lever.ts';
import { isOfKind, numberParts, type Pools } from '../pools.ts';
import { Examples, type ReportTable, share } from '../report.ts';
import { sightOf } from '../sight.ts';
import { isRight } from '../singles.ts';
import { acceptedIds } from './acceptedIds.ts';
import { UNCATALOGUED } from './students.ts';
import { countMade, HEAD, newTally, rowOf, type Tally } from './tally.ts';

/** Signs turned over in what the lever shows, so many notches up, down, and both. */
const signsOfChords =
  (notches: number) =>
  ({ asked: { situation, question } }: AskedPart): Calculation[] => {
    const at = (notch: number): number => dial(situation, question.edge!, notch / 10);
    const [down, here, up] = [at(-notches), at(0), at(notches)];
    const way = notches / 10;
    return [[[(here - up) / way]], [[(down - here) / way]], [[(down - up) / (2 * way)]]].map((sum) => ({
      sum,
      times: [],
    }));
  };

const WANTED = 600;
const NO_WEIGHTS = 'no weights';

/** A mistake, the part it is made in, and the ways in which it is made. */
interface Row {
  readonly student: string;
  readonly part: string;
  readonly made: (askedPart: AskedPart) => readonly (Calculation | null)[];
}

/** Rows of all students; the one without weights has another for sums that come to 0. */
function rowsOf(random: Random): Row[] {
  const isZero = (one: Calculation | null): boolean => one !== null && Math.abs(resultOf(one)) < 1e-12;
  const rows = Object.entries(UNCATALOGUED).flatMap(([student, byPart]) =>
    Object.entries(byPart).flatMap(([part, work]): Row[] => {
      const made: Row['made'] = ({ asked, part: own }) => [
        work(sightOf(asked.situation, asked.question, own), random, asked.others),
      ];
      const row: Row = { student, part, made };
      if (student !== NO_WEIGHTS) return [row];
      const zeros: Row['made'] = (askedPart) => made(askedPart).filter(isZero);
      return [row, { student: `${NO_WEIGHTS}, the sum is 0`, part, made: zeros }];
    }),
  );
  return [
    ...rows,
    { student: 'sign of a chord', part: 'estimate', made: signsOfChords(1) },
    { student: 'sign of a chord over two notches', part: 'estimate', made: signsOfChords(2) },
  ];
}

/** Number parts of the pools, and more of random networks as a session asks them. */
function drawnParts(pools: Pools, wanted: number, random: Random): AskedPart[] {
  const parts = numberParts([...pools.lessons, ...pools.sessions].flatMap(({ questions }) => questions));
  const drawn = (
    [
      ['contribution', 'S'],
      ['contribution', 'delta'],
      ['contribution', 'G'],
      ['valve', 'f'],
      ['error', 'e'],
    ] as const
  ).flatMap(([kind, part]) => [...uncheckedParts(kind, part, 2 * wanted, random)]);
  return [...shuffled(parts, random), ...drawn];
}

/** Counts the verdicts on one mistake in up to `wanted` questions. */
function counted(
  { student, part, made }: Row,
  all: readonly AskedPart[],
  wanted: number,
  random: Random,
  examples: Examples,
): Tally {
  const tally = newTally();
  const accepted = acceptedIds(student, part);
  for (const askedPart of all.filter(isOfKind(part))) {
    if (tally.questions >= wanted) break;
    for (const one of made(askedPart)) {
      const value = one ? resultOf(one) : Number.NaN;
      if (!one || !Number.isFinite(value) || isRight(askedPart, value)) continue;
      const { outcome, named } = countMade(tally, askedPart, one, accepted, random);
      if (outcome === 'wrong' && named.some((id) => accepted.includes(id))) continue;
      const { asked, graded } = askedPart;
      examples.add(
        `${student}, ${part}`,
        () =>
          `${asked.source}, ${asked.question.kind} ${askedPart.part} = ${plain(truthOf(graded))}: sent \`${inDigits(value)}\`: ${outcome} ${named.join(', ')}`,
      );
    }
  }
  return tally;
}

/** Students who make a mistake that the catalogue did not have: under which names they are recognised. */
export function missingTables(pools: Pools, seed: number, scale: number): ReportTable[] {
  const random = randomSequence(seed + 600);
  const wanted = Math.max(20, Math.round(WANTED * scale));
  const examples = new Examples(3);
  const all = drawnParts(pools, wanted, random);
  const tallies = rowsOf(random).map((row) => [row, counted(row, all, wanted, random, examples)] as const);
  const sum = (field: 'questions' | 'recognised' | 'falsely'): number =>
    tallies.reduce((total, [, tally]) => total + tally[field], 0);
  return [
    {
      title: 'Mistakes that were missing from the catalogue',
      head: HEAD,
      rows: tallies.map(([{ student, part }, tally]) => rowOf(student, part, tally)),
      examples: examples.all,
      measures: {
        'mistakes missing before: % recognised': share(sum('recognised'), sum('questions')),
        'mistakes missing before: % with another named first': share(sum('falsely'), sum('questions')),
      },
    },
  ];
}
