/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/effort.ts';
import { toNumber } from '../../testing/numbers/fraction.ts';
import { type Habit, habitOf, HABIT_NAMES, type Sum, sums, valueOf } from '../../testing/numbers/habits.ts';
import { writeAnswer } from '../../testing/numbers/writer.ts';
import { MAX_ANSWER_LENGTH, readNumber, unreadReason } from './readNumber.ts';

const number = (digits: string): Sum => ({ type: 'number', digits, exponent: 0 });
const RUSSIAN: Habit = {
  minus: '–',
  point: ',',
  group: '\u00a0',
  isIndian: false,
  times: 'х',
  over: '/',
  zero: '0',
  space: '',
  power: 'e',
  before: '',
  after: '',
};
/** Sums that failed once, by the habit that wrote them. */
const FAILED_ONCE: Readonly<Record<string, [Sum, Habit][]>> = {
  russian: ['1', '1000.0'].map((digits) => [
    { type: '/', left: number('1000'), right: number(digits) },
    RUSSIAN,
  ]),
};

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
      { numRuns: runs(600, 20_000), examples: FAILED_ONCE[name] ?? [] },
    );
    // Most writing is read.
    expect(ambiguous).toBeLessThan(
      runs(600, 20_000) * (name === 'british' || name === 'persian' ? 0.95 : 0.6),
    );
  },
);
