import { WORDS_IDS } from '@relay/shared/referee/plan/planFile';
import { LESSON_PLAN } from '@relay/shared/lesson/plan';
import { expect, test } from 'vitest';
import { plan as en } from '../../../strings/en/plan';
import { latenessOf } from './lateness';

const stepAt = (id: string): number => LESSON_PLAN.findIndex((step) => step.id === id);
const after = (id: string, minutes: number) => latenessOf(LESSON_PLAN, stepAt(id), minutes * 60_000);

test('latenessOf: the first step begins in minute 4, when all have joined', () => {
  expect(after('forward', 0)).toEqual({ minute: 4, behind: 0 });
  expect(after('forward', 3.9)).toEqual({ minute: 7, behind: 0 });
});

test('latenessOf: a step that overruns puts the lesson behind, one that ends early puts it ahead', () => {
  // Planned for minutes 14–21.
  expect(after('hidden', 17)).toEqual({ minute: 21, behind: 0 });
  expect(after('hidden', 17.1)).toEqual({ minute: 21, behind: 1 });
  expect(after('hidden', 21)).toEqual({ minute: 25, behind: 4 });
  expect(after('hidden', 9.5)).toEqual({ minute: 13, behind: 0 });
  expect(after('hidden', 7)).toEqual({ minute: 11, behind: -3 });
});

test('plan: the string files have words for every step that a plan can name, and for no other', () => {
  expect(['join', ...Object.keys(en.steps), 'end'].toSorted()).toEqual([...WORDS_IDS].toSorted());
});
