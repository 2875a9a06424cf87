/** @module-tag slow */
import { expect, test } from 'vitest';
import { habitAndMistakeTables } from '../../../bench/students/habitsAndMistakes.ts';

/**
 * Bounds on what grading makes of students; `npm run bench -- mistakes` measures the same with fifty times as many.
 * One seed, so that a result is repeatable; a few answers more than the aim are left for chance where there are few.
 */
const AT_MOST: Readonly<Record<string, number>> = {
  'three figures at each step: % of answers that cost a try': 0,
  'three figures at the end: % of answers that cost a try': 0,
  'two decimals at each step: % of answers that cost a try': 1,
  'two decimals at each step: answers with a false name': 1,
  'two decimals at the end: % of answers that cost a try': 1,
  'two decimals at the end: answers with a false name': 0,
  'two figures at each step: % of answers that cost a try': 3,
  'two figures at each step: answers with a false name': 1,
  'mistaken students in rougher figures who are helped': 0,
  'mistaken expressions in rougher figures that are helped': 0,
  'right places, operands of two figures: % that cost a try': 1,
  'two mistakes, exact: % with another named first': 2.5,
  'two mistakes, three figures: % with another named first': 2.5,
  'two mistakes, expression: % with another named first': 2.5,
  'random answers, one figure: % that are named': 6,
  'random answers, two figures: % that are named': 6,
  'random answers, three figures: % that are named': 6,
  'update, right step, three figures: % wrong': 0,
};
const AT_LEAST: Readonly<Record<string, number>> = {
  '% of mistakes in three figures that are named first': 90,
  'mistakes missing before: % recognised': 80,
};

test('aims: what honest, rough, mistaken and guessing students are told', () => {
  const tables = habitAndMistakeTables(5, 0.04, () => undefined);
  const measures = Object.assign({}, ...tables.map((table) => table.measures)) as Record<string, number>;
  const missed = [
    ...Object.entries(AT_MOST).filter(([name, most]) => !(measures[name]! <= most)),
    ...Object.entries(AT_LEAST).filter(([name, least]) => !(measures[name]! >= least)),
  ];
  expect(missed.map(([name, bound]) => `${name}: ${measures[name]} against ${bound}`)).toEqual([]);
});
