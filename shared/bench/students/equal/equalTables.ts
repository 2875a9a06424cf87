import { partKind } from '../../../src/question/part.ts';
import { randomSequence } from '../../../src/randomSequence.ts';
import type { Asked } from '../asked.ts';
import type { AskedPart } from '../askedPart.ts';
import { inDigits, percent, type Random } from '../figures.ts';
import { told } from '../judge.ts';
import { numberParts, type Pools } from '../pools.ts';
import { Examples, type ReportTable, share } from '../report.ts';
import { isWrong, madeMistakes } from '../singles.ts';

/** Two known mistakes with one number in a part. */
interface EqualPair {
  readonly ids: readonly [string, string];
  readonly value: number;
}

/** One mistake is a case of the other: not two. */
const ONE_AND_THE_SAME: readonly string[] = ['slope-gate-ignored slope-missing', 'slip rate-applied'];
const isOne = (a: string, b: string): boolean =>
  ONE_AND_THE_SAME.includes(`${a} ${b}`) || ONE_AND_THE_SAME.includes(`${b} ${a}`);
/** Number of draws in which mistakes that can be made in several ways are made in different ones. */
const DRAWS = 5;

const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

function equalPairs(askedPart: AskedPart, random: Random): EqualPair[] {
  const known = new Map<string, { id: string; value: number }>();
  for (let draw = 0; draw < DRAWS; draw++) {
    for (const mistake of madeMistakes(askedPart, random)) {
      if (isWrong(askedPart, mistake)) known.set(`${mistake.id} ${mistake.value}`, mistake);
    }
  }
  const all = [...known.values()];
  const seen = new Set<string>();
  return all.flatMap((one, i) =>
    all.slice(i + 1).flatMap((other): EqualPair[] => {
      const key = [one.id, other.id].toSorted().join(' ');
      if (one.id === other.id || isOne(one.id, other.id) || seen.has(key) || !isSame(one.value, other.value))
        return [];
      seen.add(key);
      return [{ ids: [one.id, other.id], value: one.value }];
    }),
  );
}

interface Counts {
  questions: number;
  /** Questions with two mistakes of one number, and those of them in which all such pairs are told. */
  equal: number;
  told: number;
  pairs: number;
  pairsTold: number;
}

/** Counts the questions in which two mistakes have one number, and the pairs that a verdict tells. */
function counted(
  questions: readonly Asked[],
  random: Random,
  untold: Map<string, number>,
  examples: Examples,
): Counts {
  const counts: Counts = { questions: 0, equal: 0, told: 0, pairs: 0, pairsTold: 0 };
  for (const asked of questions) {
    const parts = numberParts([asked]);
    if (parts.length === 0) continue;
    counts.questions++;
    let [pairs, pairsTold] = [0, 0];
    for (const askedPart of parts) {
      for (const { ids, value } of equalPairs(askedPart, random)) {
        const { named, same } = told(askedPart.graded, inDigits(value));
        pairs++;
        const isTold = ids.every((id) => named.includes(id) && (named[0] === id || same.has(id)));
        if (isTold) {
          pairsTold++;
          continue;
        }
        const kind = partKind(askedPart.part);
        const key = `${kind} | ${ids.toSorted().join(' = ')}`;
        untold.set(key, (untold.get(key) ?? 0) + 1);
        examples.add(
          key,
          () =>
            `${asked.source}, ${asked.question.kind} ${askedPart.part}: \`${inDigits(value)}\`: ${named.map((id) => (same.has(id) ? `${id} (same)` : id)).join(', ')}`,
        );
      }
    }
    counts.pairs += pairs;
    counts.pairsTold += pairsTold;
    if (pairs > 0) counts.equal++;
    if (pairs > 0 && pairs === pairsTold) counts.told++;
  }
  return counts;
}

/** Questions in which two different known mistakes come to one number: does the verdict tell both. */
export function equalTables(pools: Pools, seed: number): ReportTable[] {
  const random = randomSequence(seed + 700);
  const untold = new Map<string, number>();
  const examples = new Examples(1);
  const measures: Record<string, number> = {};
  const wholes = { generated: [0, 0, 0], sessions: [0, 0, 0] };
  const rows = [...pools.lessons, ...pools.sessions].flatMap((pool) => {
    const { name, questions } = pool;
    const counts = counted(questions, random, untold, examples);
    const whole = wholes['lesson' in pool ? 'generated' : 'sessions'];
    [counts.questions, counts.equal, counts.told].forEach((count, i) => (whole[i]! += count));
    if (counts.questions === 0) return [];
    return [
      [
        name,
        counts.questions,
        `${counts.equal} (${percent(counts.equal, counts.questions)})`,
        percent(counts.told, counts.equal),
        (counts.pairs / counts.questions).toFixed(2),
        ((counts.pairs - counts.pairsTold) / counts.questions).toFixed(2),
      ],
    ];
  });
  for (const [origin, [all, equal, both]] of Object.entries(wholes)) {
    measures[`${origin}: % of questions with two mistakes of one number`] = share(equal!, all!);
    measures[`${origin}: % of these where both are told`] = share(both!, equal!);
  }
  const most = [...untold].toSorted(([, a], [, b]) => b - a).slice(0, 25);
  return [
    {
      title: 'Two mistakes with one number',
      head: [
        'questions of',
        'questions',
        'with two mistakes of one number',
        'of these both told',
        'pairs a question',
        'untold pairs a question',
      ],
      rows,
      examples: examples.all,
      measures,
    },
    {
      title: 'Pairs with one number that are told least',
      head: ['part', 'mistakes', 'not told'],
      rows: most.map(([key, count]) => [...key.split(' | '), count]),
      examples: [],
    },
  ];
}
