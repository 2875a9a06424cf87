import { randomSequence } from '../../../src/randomSequence.ts';
import type { AskedPart } from '../askedPart.ts';
import { percent, pickOne, plain, type Random, toFigures } from '../figures.ts';
import { WORKED_OUT } from '../honest.ts';
import { told } from '../judge.ts';
import { isOfKind, numberParts, type Pools } from '../pools.ts';
import { Examples, type ReportTable, share } from '../report.ts';

/** A number typed without a working. @param truth  the right number, which a guess is near */
type Guess = (truth: number, random: Random) => string;

/** Uniform in the logarithm of its size, over two decades around the truth, of both signs. */
const ofSize =
  (figures: number): Guess =>
  (truth, random) => {
    const size = Math.max(Math.abs(truth), 1e-3) * 10 ** (2 * random() - 1);
    return plain(toFigures(random() < 0.5 ? size : -size, figures));
  };

/** Uniform near the truth: a whole number, or one of one decimal, as pupils type when they guess. */
const near =
  (decimals: number, reach: number): Guess =>
  (truth, random) => {
    const text = (truth + (2 * random() - 1) * (Math.abs(truth) + reach)).toFixed(decimals);
    return Number(text) === 0 ? '0' : text;
  };

const GUESSES: readonly (readonly [string, Guess])[] = [
  ['one figure', ofSize(1)],
  ['two figures', ofSize(2)],
  ['three figures', ofSize(3)],
  ['whole number near the truth', near(0, 3)],
  ['one decimal near the truth', near(1, 1)],
];

const WANTED = 600;

/** Random wrong answers: which share gets a name, by part and by form. */
export function guessTables(pools: Pools, seed: number, scale: number): ReportTable[] {
  const random = randomSequence(seed + 500);
  const examples = new Examples(3);
  const wanted = Math.max(30, Math.round(WANTED * scale));
  const origins = [
    ['generated', numberParts(pools.lessons.flatMap(({ questions }) => questions))],
    ['sessions', numberParts(pools.sessions.flatMap(({ questions }) => questions))],
  ] as const;
  const rows: (string | number)[][] = [];
  const sums: (string | number)[][] = [];
  const measures: Record<string, number> = {};
  for (const [form, guess] of GUESSES) {
    const whole = [0, 0, 0, 0, 0];
    for (const [origin, all] of origins) {
      const total = [0, 0, 0, 0, 0];
      for (const kind of WORKED_OUT) {
        const counts = guessed(all.filter(isOfKind(kind)), guess, wanted, random, (text) =>
          examples.add(`${form}, ${kind}`, () => text),
        );
        counts.forEach((count, i) => (total[i]! += count));
        rows.push([form, origin, kind, ...cells(counts)]);
      }
      total.forEach((count, i) => (whole[i]! += count));
      sums.push([form, origin, ...cells(total)]);
    }
    measures[`random answers, ${form}: % that are named`] = share(whole[4]!, whole[3]!);
  }
  const head = [
    'answers',
    'accepted',
    'asked for more',
    'wrong',
    'of these named',
    'share of the wrong ones named',
  ];
  return [
    {
      title: 'Random wrong answers that are named',
      head: ['typed', 'questions', ...head],
      rows: sums,
      examples: examples.all,
      measures,
    },
    {
      title: 'Random wrong answers that are named, by part',
      head: ['typed', 'questions', 'part', ...head],
      rows,
      examples: [],
    },
  ];
}

const cells = ([answers, right, asked, wrong, named]: readonly number[]): (string | number)[] => [
  answers!,
  percent(right!, answers!),
  percent(asked!, answers!),
  wrong!,
  named!,
  percent(named!, wrong!),
];

/** Counts answers, accepted, asked for more, wrong, named. */
function guessed(
  parts: readonly AskedPart[],
  guess: Guess,
  wanted: number,
  random: Random,
  example: (text: string) => void,
): number[] {
  const counts = [0, 0, 0, 0, 0];
  if (parts.length === 0) return counts;
  for (let i = 0; i < wanted; i++) {
    const { asked, part, graded } = pickOne(parts, random);
    if (graded.type !== 'number') continue;
    const text = guess(graded.truth, random);
    const { outcome, named } = told(graded, text);
    counts[0]!++;
    if (outcome === 'right') counts[1]!++;
    else if (outcome === 'asked') counts[2]!++;
    else counts[3]!++;
    if (named.length === 0) continue;
    counts[4]!++;
    example(
      `${asked.source}, ${asked.question.kind} ${part} = ${plain(graded.truth)}: sent \`${text}\`: ${named.join(', ')}`,
    );
  }
  return counts;
}
