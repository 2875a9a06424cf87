/**
 * Benchmark of drawing practice questions: `npm run bench -- generate`.
 *
 * For every lesson and both kinds of numbers: networks drawn again for one question, time of the processor for one
 * question, and mistakes that come to one value in it by an accident of its numbers. `--seeds N`: questions a row,
 * 2,000 by default.
 */
import { parseArgs } from 'node:util';
import type { Numbers } from '../src/network/drawNetwork.ts';
import { accidentsIn } from '../src/lesson/accidents.ts';
import { askedIn, generateNetwork } from '../src/lesson/generate.ts';
import { PRACTICE_LESSONS, type PracticeLesson } from '../src/lesson/practice.ts';
import { progressReporter, table } from './support.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '2000' } } });
const seeds = Number(values.seeds);
const say = progressReporter();

/** Distance of two seeds, so that no two rows share their draws. */
const STRIDE = 65_537;

interface Drawn {
  readonly redraws: number;
  readonly ms: number;
  readonly hasAccident: boolean;
}

function drawOne(lesson: PracticeLesson, numbers: Numbers, seed: number): Drawn {
  const since = process.cpuUsage();
  const { file, seed: ofSession, redraws } = generateNetwork(lesson, seed, numbers);
  const { user, system } = process.cpuUsage(since);
  const { situation, question } = askedIn(lesson, file, ofSession);
  return { redraws, ms: (user + system) / 1_000, hasAccident: accidentsIn(situation, question).length > 0 };
}

/** Value below which a share of the values lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;

function rowOf(lesson: PracticeLesson, numbers: Numbers): string[] {
  const drawn = Array.from({ length: seeds }, (_, i) => {
    say(`${lesson}, ${numbers}, question ${i}`);
    return drawOne(lesson, numbers, i * STRIDE);
  });
  const redraws = drawn.map((one) => one.redraws).toSorted((a, b) => a - b);
  const ms = drawn.map((one) => one.ms).toSorted((a, b) => a - b);
  const mean = redraws.reduce((sum, count) => sum + count, 0) / redraws.length;
  const accidents = drawn.filter(({ hasAccident }) => hasAccident).length / drawn.length;
  return [
    `${lesson}, ${numbers}`,
    mean.toFixed(1),
    String(quantile(redraws, 0.99)),
    String(redraws.at(-1)),
    quantile(ms, 0.5).toFixed(1),
    quantile(ms, 0.99).toFixed(1),
    `${(100 * accidents).toFixed(1)} %`,
  ];
}

// The first questions are slower: the code is not yet compiled.
for (const lesson of PRACTICE_LESSONS) drawOne(lesson, 'friendly', 1);
const rows = PRACTICE_LESSONS.flatMap((lesson) =>
  (['friendly', 'real'] as const).map((numbers) => rowOf(lesson, numbers)),
);
const head = ['one question', 'redraws', '99 %', 'most', 'ms', '99 %', 'by accident'];
console.log(table(head, rows));
