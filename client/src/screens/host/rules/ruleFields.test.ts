import { SESSION_KINDS, settingsFor } from '@relay/shared/lesson/settings';
import { ChosenShape } from '@relay/shared/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isChoosable, offeredFor, RULE_GROUPS } from './ruleFields';

const NAMES = Object.values(RULE_GROUPS).flat();
const isTaken = (name: string, value: unknown): boolean => ChosenShape.safeParse({ [name]: value }).success;

test.each(SESSION_KINDS)('%s: what the form offers can be chosen again, and the server takes it', (kind) => {
  const settings = settingsFor(kind);
  for (const name of NAMES) {
    for (const value of offeredFor(name, settings, 'setup')) {
      expect(isTaken(name, value), `${name}: ${JSON.stringify(value)}`).toBe(true);
      if (value !== settings[name]) expect(isChoosable(name, value), `${name}: ${value}`).toBe(true);
    }
  }
});

test('a stored value that can be chosen is one that the server takes', () => {
  const values = fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, 1, 2, -1, 0.5, 9999, 30_000, 'bySize', 'byLanes', 'swim', [], {}),
    fc.jsonValue(),
  );
  const names = fc.oneof(
    fc.constantFrom<string>(...NAMES),
    fc.constantFrom('pacing', 'plan', 'toString', ''),
  );
  fc.assert(
    fc.property(names, values, (name, value) => {
      if (isChoosable(name, value))
        expect(isTaken(name, value), `${name}: ${JSON.stringify(value)}`).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('a due date is kept whatever it is; a moment before all time is none', () => {
  expect([1, 1_893_456_000_000, null].map((value) => isChoosable('dueAt', value))).toEqual([
    true,
    true,
    true,
  ]);
  expect([0, -1, 1.5, '2026', undefined].map((value) => isChoosable('dueAt', value))).toEqual(
    Array.from({ length: 5 }, () => false),
  );
});
