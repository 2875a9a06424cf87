import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toyAnswerOf, DROP_AMOUNTS, sumAfterDrop, LARGEST_SUM, TOY_FUNCTIONS } from './dripping';

const functions = fc.constantFrom(...TOY_FUNCTIONS);
const drips = fc.array(fc.constantFrom(...DROP_AMOUNTS), { maxLength: 60 });

test('dripped: the same drops give the same sum in any order, while the belly is not full', () => {
  fc.assert(
    fc.property(drips, (all) => {
      const total = all.reduce((sum, drip) => sum + drip, 0);
      const most = Math.max(
        ...all.map((_, i) => Math.abs(all.slice(0, i + 1).reduce((a, b) => a + b, 0))),
        0,
      );
      fc.pre(most <= LARGEST_SUM);
      expect(all.reduce(sumAfterDrop, 0)).toBe(total);
    }),
  );
});

test('dripped: the sum never exceeds the limit', () => {
  fc.assert(
    fc.property(drips, (all) => {
      expect(Math.abs(all.reduce(sumAfterDrop, 0))).toBeLessThanOrEqual(LARGEST_SUM);
    }),
  );
});

test('answerOf: the slope equals the difference quotient of a tiny increase', () => {
  const tiny = 1e-6;
  fc.assert(
    fc.property(functions, fc.double({ min: -LARGEST_SUM, max: LARGEST_SUM, noNaN: true }), (name, sum) => {
      // ReLU has no derivative at its kink.
      fc.pre(Math.abs(sum) > 1e-3);
      const more = toyAnswerOf(name, sum + tiny).output - toyAnswerOf(name, sum - tiny).output;
      const { slope, opening } = toyAnswerOf(name, sum);
      expect(slope).toBeCloseTo(more / (2 * tiny), 6);
      expect(opening).toBeGreaterThanOrEqual(0);
      expect(opening).toBeLessThanOrEqual(1);
    }),
  );
});

test.each([
  ['sigmoid', 0, 0.5, 0.25, 'open'],
  ['sigmoid', 2, 0.880797, 0.104994, 'partly'],
  ['sigmoid', 4, 0.982014, 0.017663, 'nearlyShut'],
  ['sigmoid', -8, 0.000335, 0.000335, 'shut'],
  ['tanh', 1, 0.761594, 0.419974, 'partly'],
  ['relu', 0.5, 0.5, 1, 'open'],
  ['relu', -0.5, 0, 0, 'shut'],
] as const)('%s of %d', (name, sum, output, slope, feeling) => {
  const answer = toyAnswerOf(name, sum);
  expect(answer.output).toBeCloseTo(output, 6);
  expect(answer.slope).toBeCloseTo(slope, 6);
  expect(answer.feeling).toBe(feeling);
});
