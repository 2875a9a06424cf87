import { expect, test } from 'vitest';
import { afterQuestion, CLEAN_TO_FINISH, isFinished, NO_PROGRESS, starsFor } from './practice.ts';

const after = (questions: string) =>
  [...questions].reduce((progress, one) => afterQuestion(progress, one === '+'), NO_PROGRESS);

test('a lesson is finished by three questions without a miss, however many come between', () => {
  expect(isFinished(after('++'))).toBe(false);
  expect(isFinished(after('+'.repeat(CLEAN_TO_FINISH)))).toBe(true);
  expect(isFinished(after('-+-+-'))).toBe(false);
  expect(isFinished(after('-+-+-+'))).toBe(true);
});

test('stars: three without a miss, two with one or two, one otherwise', () => {
  expect(['+++', '+-++', '--+++', '-+-+-+'].map((questions) => starsFor(after(questions)))).toEqual([
    3, 2, 2, 1,
  ]);
});
