import { partKind } from '../../../src/question/part.ts';
import { randomSequence } from '../../../src/randomSequence.ts';
import type { AskedPart } from '../askedPart.ts';
import { resultOf, typedText } from '../calculation.ts';
import { inDigits, plain, type Random, toFigures } from '../figures.ts';
import { told, truthOf } from '../judge.ts';
import { numberParts, type Pools } from '../pools.ts';
import { Examples, inOrder, type ReportTable } from '../report.ts';
import { isRight, madeMistakes } from '../singles.ts';
import { doubleMistakes } from './pairs.ts';
import { countTold, Tallies } from './tallies.ts';
import type { Pair } from './threePairs.ts';

const FORMS = ['exact', 'three figures', 'expression'] as const;
type Form = (typeof FORMS)[number];

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Number of draws in which mistakes that can be made in several ways are made in different ones. */
const DRAWS = Array.from({ length: 12 }, (_, i) => i);

/** Known mistakes and pairs of them with their values, each in several ways. */
interface Explanation {
  readonly ids: readonly string[];
  readonly value: number;
}

/** Other origins of a number: one mistake, or two others. */
function explanationsIn(askedPart: AskedPart, random: Random): Explanation[] {
  return DRAWS.flatMap(() => [
    ...madeMistakes(askedPart, random).map(({ id, value }) => ({ ids: [id], value })),
    ...doubleMistakes(askedPart, random).map(({ ids, calculation }) => ({
      ids,
      value: resultOf(calculation),
    })),
  ]);
}

/** Share of the pairs of a part that are made. */
const SHARE = 0.06;

const HEAD = [
  'answers',
  'not judged wrong',
  'another named first',
  'other mistakes with the number first',
  'one of the two first',
  'both named',
  'none named',
];

/** Verdicts of all students, counted in three ways. */
interface Counts {
  readonly byForm: Tallies;
  readonly byFamily: Tallies;
  readonly byPair: Tallies;
  readonly examples: Examples;
}

function measuresOf(tallies: Tallies): Record<string, number> {
  return Object.fromEntries(
    FORMS.flatMap((form) => [
      [`two mistakes, ${form}: % with another named first`, tallies.share(form, 'falsely')],
      [`two mistakes, ${form}: % with both named`, tallies.share(form, 'both')],
    ]),
  );
}

/** Texts of two mistakes in every form; undefined where a form has none. */
function textsOf({ calculation }: Pair, value: number, random: Random): Record<Form, string | undefined> {
  return {
    exact: inDigits(value),
    'three figures': inDigits(toFigures(value, 3)),
    expression: typedText(calculation, random),
  };
}

/** Pairs that are made in a part: some of those that can be. */
function chosenPairs(askedPart: AskedPart, random: Random): Pair[] {
  const pairs = doubleMistakes(askedPart, random);
  const most = Math.max(SHARE, 2 / pairs.length);
  return pairs.filter(({ calculation }) => {
    const value = resultOf(calculation);
    const isUsable = Number.isFinite(value) && Math.abs(value) >= 1e-9 && !isRight(askedPart, value);
    return random() < most && isUsable;
  });
}

/** Answers of one student who makes two mistakes, in every form. */
function answerInAllForms(
  askedPart: AskedPart,
  pair: Pair,
  explanations: () => readonly Explanation[],
  counts: Counts,
  random: Random,
): void {
  const { asked, part, graded } = askedPart;
  const kind = partKind(part);
  const value = resultOf(pair.calculation);
  const isSameNumber = (id: string): boolean =>
    explanations().some((one) => one.ids.includes(id) && same(one.value, value));
  const texts = textsOf(pair, value, random);
  for (const form of FORMS) {
    const text = texts[form];
    if (text === undefined) continue;
    const verdict = told(graded, text);
    countTold(counts.byFamily.of(`${kind} | ${pair.family} | ${form}`), pair, isSameNumber, verdict);
    countTold(counts.byPair.of(`${kind} | ${pair.ids.join(' + ')}`), pair, isSameNumber, verdict);
    if (!countTold(counts.byForm.of(`${kind} | ${form}`), pair, isSameNumber, verdict)) continue;
    counts.examples.add(
      `${form}, ${kind}, ${pair.family}`,
      () =>
        `${asked.source}, ${asked.question.kind} ${part} = ${truthOf(graded)}, ${pair.ids.join(' + ')} = ${plain(value)}: sent \`${text}\`: ${verdict.named.join(', ')}`,
    );
  }
}

/** Students who make two different mistakes at once. */
export function doubleTables(pools: Pools, seed: number): ReportTable[] {
  const random = randomSequence(seed + 400);
  // A sequence of its own: how many explanations are needed depends on the verdicts, the students do not.
  const drawn = randomSequence(seed + 401);
  const counts: Counts = {
    byForm: new Tallies(),
    byFamily: new Tallies(),
    byPair: new Tallies(),
    examples: new Examples(3),
  };
  for (const askedPart of numberParts(
    [...pools.lessons, ...pools.sessions].flatMap(({ questions }) => questions),
  )) {
    const chosen = chosenPairs(askedPart, random);
    let known: readonly Explanation[] | undefined;
    const explanations = (): readonly Explanation[] => (known ??= explanationsIn(askedPart, drawn));
    for (const pair of chosen) answerInAllForms(askedPart, pair, explanations, counts, random);
  }
  const { byForm, byFamily, byPair, examples } = counts;
  return [
    {
      title: 'Two mistakes at once',
      head: ['part', 'typed', ...HEAD],
      rows: inOrder(byForm.rows()),
      examples: examples.all,
      measures: measuresOf(byForm),
    },
    {
      title: 'Two mistakes at once, by the terms they are made in',
      head: ['part', 'terms', 'typed', ...HEAD],
      rows: inOrder(byFamily.rows()),
      examples: [],
    },
    {
      title: 'Two mistakes at once: pairs most often named falsely',
      head: ['part', 'mistakes', ...HEAD],
      rows: byPair.worst(25),
      examples: [],
    },
  ];
}
