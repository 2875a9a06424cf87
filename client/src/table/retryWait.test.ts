import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryWait } from './retryWait';

const attempts = fc.integer({ min: 0, max: 10_000 });
const random = fc.double({ min: 0, max: 1, noNaN: true });

test('waits while nothing answers: at most 2 s, however long it lasts', () => {
  fc.assert(
    fc.property(attempts, random, (attempt, at) => {
      const ms = retryWait(attempt, 'noAnswer', at);
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(2_000);
    }),
  );
});

test('waits: grow, and are spread over as much again as the shortest one', () => {
  for (const reason of ['noAnswer', 'refused', 'unknown'] as const) {
    const longest = Array.from({ length: 12 }, (_, attempt) => retryWait(attempt, reason, 1));
    expect(longest).toEqual(longest.toSorted((a, b) => a - b));
    expect(longest.map((ms) => ms / 2)).toEqual(longest.map((_, attempt) => retryWait(attempt, reason, 0)));
  }
  expect(retryWait(20, 'refused', 1)).toBe(5_000);
  expect(retryWait(0, 'unknown', 0)).toBeGreaterThan(9_000);
  expect(retryWait(20, 'unknown', 1)).toBe(60_000);
});
