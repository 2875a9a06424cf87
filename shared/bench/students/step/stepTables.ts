import type { AskedPart } from '../askedPart.ts';
import { percent, plain, shown, toFigures } from '../figures.ts';
import { told } from '../judge.ts';
import { isOfKind, numberParts, type Pools } from '../pools.ts';
import { Examples, type ReportTable, share } from '../report.ts';
import { type Sight, sightOf } from '../sight.ts';

const ownWeight = (s: Sight): number => (s.from === 'bias' ? s.b : s.w[s.from as number]!);
/** Writes a weight as the page shows it. */
const asShown = (value: number): string => plain(shown(value));

/** Answers of a player who takes no step, one in the wrong direction, or the right one. */
const STEPS: readonly (readonly [string, (s: Sight) => string])[] = [
  ['not moving, w as shown', (s) => asShown(ownWeight(s))],
  ['not moving, w in full', (s) => plain(ownWeight(s))],
  ['not moving, three figures', (s) => plain(toFigures(ownWeight(s), 3))],
  ['not moving, two decimals', (s) => ownWeight(s).toFixed(2)],
  ['wrong way, four figures', (s) => asShown(ownWeight(s) + s.eta * s.G)],
  ['wrong way, three figures', (s) => plain(toFigures(ownWeight(s) + s.eta * s.G, 3))],
  ['wrong way, two decimals', (s) => (ownWeight(s) + s.eta * s.G).toFixed(2)],
  ['right step, four figures', (s) => asShown(ownWeight(s) - s.eta * s.G)],
  ['right step, three figures', (s) => plain(toFigures(ownWeight(s) - s.eta * s.G, 3))],
];

const SIZES = [
  'below half of the last figure',
  'below 1 % of w',
  '1 % to 4 % of w',
  'above 4 % of w',
] as const;

/** Size of the step in units of the last figure shown of the weight. */
function inLastFigures(s: Sight): number {
  const w = Math.abs(ownWeight(s));
  if (w === 0) return Number.POSITIVE_INFINITY;
  return Math.abs(s.eta * s.G) / (10 ** (Math.floor(Math.log10(w)) - 3) / 2);
}

function sizeOf(s: Sight): (typeof SIZES)[number] {
  const step = Math.abs(s.eta * s.G);
  const w = Math.abs(ownWeight(s));
  if (inLastFigures(s) < 1) return SIZES[0];
  if (step < 0.01 * w) return 'below 1 % of w';
  if (step < 0.04 * w) return '1 % to 4 % of w';
  return 'above 4 % of w';
}

/** Verdicts on updates without a step, with one in the wrong direction, and with the right one, by the size of the step. */
function rowsOf(
  parts: readonly AskedPart[],
  origin: string,
  examples: Examples,
  visible: Map<string, number[]>,
): (string | number)[][] {
  return STEPS.flatMap(([name, answer]) =>
    SIZES.flatMap((size) => {
      const counts = [0, 0, 0, 0, 0];
      for (const { asked, part, graded } of parts) {
        const s = sightOf(asked.situation, asked.question, part);
        if (s.G === 0 || sizeOf(s) !== size || graded.type !== 'number') continue;
        const text = answer(s);
        const { outcome, named } = told(graded, text);
        counts[0]!++;
        counts[outcome === 'right' ? 1 : outcome === 'asked' ? 2 : 3]!++;
        if (named.length > 0) counts[4]!++;
        const isFault = name.startsWith('right') ? outcome === 'wrong' : outcome === 'right';
        if (isFault)
          examples.add(
            `${name}, ${size}`,
            () =>
              `${asked.source}: w = ${plain(ownWeight(s))}, η = ${s.eta}, G = ${plain(s.G)}, next = ${plain(graded.truth)}: sent \`${text}\`: ${outcome} ${named.join(', ')}`,
          );
      }
      const [answers, right, more, wrong, namedCount] = counts as [number, number, number, number, number];
      if (answers === 0) return [];
      const sum = visible.get(name) ?? [0, 0, 0];
      if (size !== SIZES[0]) visible.set(name, [sum[0]! + answers, sum[1]! + right, sum[2]! + wrong]);
      return [
        [
          name,
          origin,
          size,
          answers,
          percent(right, answers),
          percent(more, answers),
          percent(wrong, answers),
          percent(namedCount, wrong),
        ],
      ];
    }),
  );
}

/** Updates that do not move, or move the wrong way. */
export function stepTables(pools: Pools): ReportTable[] {
  const examples = new Examples(4);
  const of = (all: Pools['sessions'] | Pools['lessons']): AskedPart[] =>
    numberParts(all.flatMap(({ questions }) => questions)).filter(isOfKind('next'));
  const visible = new Map<string, number[]>();
  const rows = [
    ...rowsOf(of(pools.lessons), 'generated', examples, visible),
    ...rowsOf(of(pools.sessions), 'sessions', examples, visible),
  ];
  const measures = Object.fromEntries(
    [...visible].map(([name, [answers, right, wrong]]) =>
      name.startsWith('right')
        ? [`update, ${name}: % wrong`, share(wrong!, answers!)]
        : [`update, ${name}: % accepted, of steps that show`, share(right!, answers!)],
    ),
  );
  return [
    {
      title: 'Updates: no step, and a step in the wrong direction',
      head: [
        'answer',
        'questions',
        'size of the step',
        'answers',
        'accepted',
        'asked for more',
        'wrong',
        'of these named',
      ],
      rows,
      examples: examples.all,
      measures,
    },
  ];
}
