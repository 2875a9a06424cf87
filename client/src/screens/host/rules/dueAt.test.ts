import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLocalText, toLocalText } from './dueAt';

const MINUTE_MS = 60_000;

test('dueAt: a moment written and read back is the same to the minute', () => {
  const moments = fc.date({ min: new Date(2001, 0), max: new Date(2099, 0), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const at = Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS;
      const text = toLocalText(at);
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u);
      // In the hour that a change to winter time repeats, the first of the two is meant.
      expect([0, 60 * MINUTE_MS]).toContain(Math.abs(fromLocalText(text)! - at));
      expect(toLocalText(fromLocalText(text)!)).toBe(text);
    }),
  );
});

test.each(['', 'tomorrow', '2026-13-01T10:00', '2026-01-01'])('fromLocalText: %j is no moment', (text) => {
  expect(fromLocalText(text)).toBeNull();
});
