/** @module-tag slow */
import { expect, test } from 'vitest';
import { sessionQuestions } from '../../../bench/students/asked.ts';
import { calculation, resultOf, writtenResult } from '../../../bench/students/calculation.ts';
import { doubleMistakes } from '../../../bench/students/doubles/pairs.ts';
import { habitAndMistakeTables } from '../../../bench/students/habitsAndMistakes.ts';
import { numberParts } from '../../../bench/students/pools.ts';
import { habitTexts } from '../../../bench/students/rough/answering.ts';
import { type Habit, HABITS } from '../../../bench/students/rough/habits.ts';
import { presetById } from '../../network/presets.ts';
import { randomSequence } from '../../randomSequence.ts';

const habitNamed = (name: string): Habit => HABITS.find((habit) => habit.name === name)!;
const textsOf = (name: string, count: number): string[] => {
  const working = calculation([[0.88]], 0.1, 0.5);
  const texts = habitTexts(habitNamed(name), false, (write) => writtenResult(working, write));
  return Array.from({ length: count }, (_, again) => texts(again));
};

test('habits: 0.88·0.1·0.5, each result rounded, and what is sent after a request for more', () => {
  // 0.09·0.5 = 0.045; then 0.088·0.5 = 0.044.
  expect(textsOf('two decimals at each step', 3)).toEqual(['0.05', '0.045', '0.044']);
  expect(textsOf('two decimals at the end', 2)).toEqual(['0.04', '0.044']);
  expect(textsOf('two decimals at each step, a zero added', 3)).toEqual(['0.05', '0.050', '0.044']);
  expect(textsOf('one figure at each step', 1)).toEqual(['0.05']);
  expect(textsOf('two figures at each step', 1)).toEqual(['0.044']);
});

test('two mistakes at once: both factors are in the number', () => {
  const [asked] = sessionQuestions(presetById('mazur')!, 'contribution', 1, randomSequence(1));
  const askedPart = numberParts([asked!]).find(({ part }) => part === 'G')!;
  const pairs = doubleMistakes(askedPart, randomSequence(1));
  const ratio = (...ids: readonly string[]): number => {
    const pair = pairs.find((one) => ids.every((id) => one.ids.some((own) => own === id)))!;
    return resultOf(pair.calculation) / (askedPart.graded.type === 'number' ? askedPart.graded.truth : 0);
  };
  const { situation, question } = asked!;
  const slope = situation.truth.slopes[question.unit.layer - 1]![question.unit.index]!;
  const input = situation.pass.x[question.edge!.from as number]!;
  expect(ratio('slope-missing', 'sign')).toBeCloseTo(-1 / slope, 9);
  expect(ratio('slope-missing', 'input-missing')).toBeCloseTo(1 / (slope * input), 9);
  expect(pairs.map(({ ids }) => ids.join(' '))).not.toContain('sign rate-applied');
});

test('all tables: answers in every row, and none in three figures that costs a try', () => {
  const tables = habitAndMistakeTables(3, 0.02, () => undefined);
  const measures = Object.assign({}, ...tables.map((table) => table.measures)) as Record<string, number>;
  expect(measures['three figures at each step: % of answers that cost a try']).toBe(0);
  expect(measures['three figures at the end: % of answers that cost a try']).toBe(0);
  expect(tables.length).toBeGreaterThan(15);
  const missing = tables.find(({ title }) => title.startsWith('Mistakes that were missing'))!;
  expect(missing.rows.length).toBeGreaterThan(40);
  for (const [student, part, questions] of missing.rows)
    expect(questions, `${student}, ${part}`).toBeGreaterThan(0);
});
