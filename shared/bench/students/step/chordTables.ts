import { partKind } from '../../../src/question/part.ts';
import type { AskedPart } from '../askedPart.ts';
import { percent, plain, shown, toFigures } from '../figures.ts';
import { told } from '../judge.ts';
import { dial, readAt } from '../lever.ts';
import { numberParts, type Pools } from '../pools.ts';
import { Examples, type ReportTable, share } from '../report.ts';
import { NOTCHES } from '../singles.ts';

/** Estimate that a player makes from the lever, as a text for the entry line. */
interface Chord {
  readonly name: string;
  /** Number of notches from one end of the chord to the other. */
  readonly length: number;
  readonly texts: (E: (notch: number) => number) => readonly string[];
}

const tenths = (notches: number): number => Number((notches / 10).toFixed(6));
const quotient = (deltaE: number, notches: number): string => plain(toFigures(deltaE / tenths(notches), 3));

/** From the weight as it is to a notch: ΔE and Δw as the two buttons insert them, or their quotient in three figures. */
function fromRest(length: number): Chord[] {
  const sides = [length, -length];
  const change = (E: (notch: number) => number, notch: number): number => shown(E(notch) - E(0));
  return [
    {
      name: 'ΔE ÷ Δw by the buttons',
      length,
      texts: (E) => sides.map((notch) => `${plain(change(E, notch))}÷${tenths(notch)}`),
    },
    {
      name: 'ΔE ÷ Δw in three figures',
      length,
      texts: (E) => sides.map((notch) => quotient(change(E, notch), notch)),
    },
  ];
}

/** Between two notches, from E as it is displayed; the weight as it is lies between them, or beside them. */
function betweenReadings(length: number, isAround: boolean): Chord {
  const starts = Array.from({ length: 2 * NOTCHES + 1 - length }, (_, i) => i - NOTCHES).filter(
    (from) => isAround === (from <= 0 && from + length >= 0),
  );
  return {
    name: `two readings of E, ${isAround ? 'around' : 'beside'} the weight`,
    length,
    texts: (E) => starts.map((from) => quotient(readAt(E, from + length) - readAt(E, from), length)),
  };
}

/** Chord from as far to the left as to the right, from the changes that are displayed. */
function across(notches: number): Chord {
  return {
    name: 'as far up as down',
    length: 2 * notches,
    texts: (E) => [quotient(shown(E(notches) - E(0)) - shown(E(-notches) - E(0)), 2 * notches)],
  };
}

const lengths = Array.from({ length: NOTCHES }, (_, i) => i + 1);
const CHORDS: readonly Chord[] = [
  ...lengths.flatMap(fromRest),
  ...lengths.map(across),
  ...Array.from({ length: 2 * NOTCHES }, (_, i) => betweenReadings(i + 1, true)),
  ...Array.from({ length: NOTCHES - 1 }, (_, i) => betweenReadings(i + 1, false)),
];

function rowOf(
  { name, length, texts }: Chord,
  origin: string,
  parts: readonly AskedPart[],
  examples: Examples,
  costs: Map<string, number[]>,
): (string | number)[] {
  const counts = { right: 0, asked: 0, wrong: 0, unreadable: 0 };
  let [answers, namedCount] = [0, 0];
  for (const { asked, part, graded } of parts) {
    const E = (notch: number): number => dial(asked.situation, asked.question.edge!, notch / 10);
    for (const text of texts(E)) {
      const { outcome, named } = told(graded, text);
      answers++;
      counts[outcome]++;
      if (named.length > 0) namedCount++;
      if (outcome === 'wrong' || outcome === 'unreadable')
        examples.add(
          `${name}, ${length}`,
          () =>
            `${asked.source}, ${part} = ${graded.type === 'number' ? plain(graded.truth) : ''}: sent \`${text}\`: ${outcome} ${named.join(', ')}`,
        );
    }
  }
  const { right, asked, wrong, unreadable } = counts;
  const sum = costs.get(name) ?? [0, 0];
  costs.set(name, [sum[0]! + answers, sum[1]! + wrong + unreadable]);
  return [
    name,
    length,
    origin,
    answers,
    percent(right, answers),
    percent(asked, answers),
    percent(wrong + unreadable, answers),
    namedCount,
  ];
}

/** Estimates from the lever over every number of notches that it offers. */
export function chordTables(pools: Pools): ReportTable[] {
  const examples = new Examples(2);
  const of = (all: Pools['sessions'] | Pools['lessons']): AskedPart[] =>
    numberParts(all.flatMap(({ questions }) => questions)).filter(
      ({ part }) => partKind(part) === 'estimate',
    );
  const [generated, sessions] = [of(pools.lessons), of(pools.sessions)];
  const costs = new Map<string, number[]>();
  const rows = CHORDS.flatMap((chord) => [
    rowOf(chord, 'generated', generated, examples, costs),
    rowOf(chord, 'sessions', sessions, examples, costs),
  ]);
  return [
    {
      title: 'The lever: chords of every length',
      head: [
        'estimate',
        'notches',
        'questions',
        'answers',
        'accepted',
        'told without a try',
        'cost a try',
        'of these named',
      ],
      rows,
      examples: examples.all,
      measures: Object.fromEntries(
        [...costs].map(([name, [answers, wrong]]) => [
          `lever, ${name}: % that cost a try`,
          share(wrong!, answers!),
        ]),
      ),
    },
  ];
}
