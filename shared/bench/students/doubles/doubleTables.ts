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

/** Values of single mistakes, each in several ways. */
function singleValues(askedPart: AskedPart, random: Random): readonly number[] {
  return [0, 1, 2].flatMap(() => madeMistakes(askedPart, random).map(({ value }) => value));
}

/** Share of the pairs of a part that are made. */
const SHARE = 0.06;

const HEAD = [
  'answers',
  'not judged wrong',
  'another named first',
  'one other mistake has the number',
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
  singles: readonly number[],
  counts: Counts,
  random: Random,
): void {
  const { asked, part, graded } = askedPart;
  const kind = partKind(part);
  const value = resultOf(pair.calculation);
  const isSingle = singles.some((single) => same(single, value));
  const texts = textsOf(pair, value, random);
  for (const form of FORMS) {
    const text = texts[form];
    if (text === undefined) continue;
    const verdict = told(graded, text);
    countTold(counts.byFamily.of(`${kind} | ${pair.family} | ${form}`), pair, isSingle, verdict);
    countTold(counts.byPair.of(`${kind} | ${pair.ids.join(' + ')}`), pair, isSingle, verdict);
    if (!countTold(counts.byForm.of(`${kind} | ${form}`), pair, isSingle, verdict)) continue;
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
    const singles = chosen.length > 0 ? singleValues(askedPart, random) : [];
    for (const pair of chosen) answerInAllForms(askedPart, pair, singles, counts, random);
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
