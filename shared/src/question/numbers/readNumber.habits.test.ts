/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/effort.ts';
import { toNumber } from '../../testing/numbers/fraction.ts';
import { habitOf, HABIT_NAMES, sums, valueOf } from '../../testing/numbers/habits.ts';
import { writeAnswer } from '../../testing/numbers/writer.ts';
import { MAX_ANSWER_LENGTH, readNumber, unreadReason } from './readNumber.ts';

test.each(HABIT_NAMES)(
  'habits, %s: read as the value that was written, or declared to have two readings',
  (name) => {
    let ambiguous = 0;
    fc.assert(
      fc.property(sums, habitOf(name), (sum, habit) => {
        const value = valueOf(sum);
        const { text, isAmbiguous } = writeAnswer(sum, habit);
        fc.pre(value !== undefined && text.length <= MAX_ANSWER_LENGTH && value.size < 1e200);
        const read = readNumber(text);
        if (isAmbiguous) {
          ambiguous++;
          expect(unreadReason(text), JSON.stringify(text)).toBe('ambiguous');
        } else {
          expect(read.ok, `${JSON.stringify(text)} is ${unreadReason(text)}`).toBe(true);
          const slack = 1e-150 + 1e-11 * value.size;
          expect(
            Math.abs((read.ok ? read.value : Number.NaN) - toNumber(value)),
            JSON.stringify(text),
          ).toBeLessThanOrEqual(slack);
        }
      }),
      { numRuns: runs(600, 20_000) },
    );
    // Most writing is read.
    expect(ambiguous).toBeLessThan(
      runs(600, 20_000) * (name === 'british' || name === 'persian' ? 0.95 : 0.6),
    );
  },
);
