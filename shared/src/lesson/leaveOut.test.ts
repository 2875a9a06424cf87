import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/effort.ts';
import { stepsToLeaveOut } from './leaveOut.ts';
import { PLAN_IDS, readyPlan } from './plan.ts';

const { steps } = readyPlan('lesson50', 'Lesson');
const named = (indices: readonly number[]): string[] => indices.map((i) => steps[i]!.words ?? steps[i]!.type);

test('short of time: trials go first, then the vote, then later relays', () => {
  expect(named(stepsToLeaveOut(steps, 1, 1))).toEqual(['trialAgain']);
  expect(named(stepsToLeaveOut(steps, 1, 2))).toEqual(['trial', 'trialAgain']);
  expect(named(stepsToLeaveOut(steps, 1, 5))).toEqual(['vote', 'trial', 'trialAgain']);
  expect(named(stepsToLeaveOut(steps, 1, 6))).toEqual(['vote', 'relay4', 'trial', 'trialAgain']);
  expect(stepsToLeaveOut(steps, 1, 0)).toEqual([]);
});

test('steps that have been played, the first relay and the blank sheet stay', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLAN_IDS), fc.nat(20), fc.nat(240), (id, from, minutes) => {
      const plan = readyPlan(id, 'Plan').steps;
      const chosen = stepsToLeaveOut(plan, from, minutes);
      const left = plan.filter((_, i) => !chosen.includes(i));
      expect(chosen.every((i) => i >= from)).toBe(true);
      for (const type of ['sheet', 'join', 'podium'])
        expect(left.filter((step) => step.type === type)).toEqual(plan.filter((step) => step.type === type));
      expect(left.some((step) => step.type === 'round')).toBe(true);
      const saved = chosen.reduce((sum, i) => sum + plan[i]!.minutes, 0);
      // Nothing more is left out than needed.
      expect(chosen.length === 0 || chosen.some((i) => saved - plan[i]!.minutes < minutes)).toBe(true);
    }),
    { numRuns: runs(200, 2_000) },
  );
});
