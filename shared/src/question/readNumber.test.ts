import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_ANSWER_LENGTH, readNumber } from './readNumber.ts';

const READ: readonly [string, number, number | null][] = [
  ['0.25', 0.25, 2],
  [' 0.250 ', 0.25, 3],
  ['+3', 3, 1],
  ['.5', 0.5, 1],
  ['5.', 5, 1],
  ['０．２５', 0.25, 2],
  ['−０．２５', -0.25, 2],
  ['ー0.25', -0.25, 2],
  ['‐0.25', -0.25, 2],
  ['–0.25', -0.25, 2],
  ['—0.25', -0.25, 2],
  ['﹣0.25', -0.25, 2],
  ['0,25', 0.25, 2],
  ['0。25', 0.25, 2],
  ['0、25', 0.25, 2],
  ['1.2e-3', 0.0012, 2],
  ['1.2E-3', 0.0012, 2],
  ['1.2×10^-3', 0.0012, 2],
  ['1.2 x 10^−3', 0.0012, 2],
  ['1.2*10^3', 1200, 2],
  ['0.00120', 0.0012, 3],
  ['1\u200b2', 12, 2],
  ['1/4', 0.25, null],
  ['1⁄4', 0.25, null],
  ['1÷4', 0.25, null],
  ['½', 0.5, null],
  ['−0.449 × 0.247 × 0.450', -0.04990635, null],
  ['2·3', 6, null],
  ['(1+2)×3', 9, null],
  ['-(1,5+0,5)', -2, null],
  ['2-−3', 5, null],
];

test.each(READ)('reads %j', (raw, value, figures) => {
  const read = readNumber(raw);
  expect(read).toMatchObject({ ok: true, value: expect.closeTo(value, 12), figures });
});

const UNREADABLE = [
  '',
  ' ',
  '-',
  '−',
  '.',
  ',',
  '1..2',
  '1,2,3',
  '1,234.5',
  '1.234,5',
  '0x10',
  '1e',
  '1e123',
  '1e999',
  '9e99*9e99*9e99*9e99',
  'NaN',
  'Infinity',
  '-Infinity',
  '50%',
  'pi',
  'x',
  '1+',
  '(1',
  '3(4)',
  '2^3',
  '1;2',
  '[1]',
  '"1"',
  '1=1',
  '1<2',
  '1?2:3',
  '10/0',
  '0/0',
  'a.b',
  'f(1)',
  '`1`',
  '1&&2',
  '!1',
  '~1',
  '1 % 2',
  'null',
  'true',
  '١٢',
  '一',
  '🙂',
  '1'.repeat(MAX_ANSWER_LENGTH + 1),
];

test.each(UNREADABLE)('does not read %j', (raw) => {
  expect(readNumber(raw)).toEqual({ ok: false });
});

test('whatever is typed, it either reads a finite number or says that it cannot', () => {
  const pieces = fc.constantFrom(
    ...'0123456789.,+-−–ー×÷*/()eE^ xＸ１２。、⁄%$_\u200b\u0000'.split(''),
    '×10^',
    'NaN',
    '__proto__',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces).map((list) => list.join('')),
      ),
      (raw) => {
        const read = readNumber(raw);
        if (read.ok) {
          expect(Number.isFinite(read.value)).toBe(true);
          expect(read.figures === null || read.figures >= 1).toBe(true);
        }
      },
    ),
    { numRuns: 20_000 },
  );
});

test('what JavaScript writes for a number reads back as that number', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      fc.pre(Math.abs(value) > 1e-90);
      expect(readNumber(String(value))).toMatchObject({ ok: true, value });
    }),
  );
});

test('the same number, however a keyboard spells it, is the same answer', () => {
  const spell = {
    comma: (text: string) => text.replace('.', ','),
    wide: (text: string) =>
      text
        .split('')
        .map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
        .join(''),
    minus: (text: string) => text.replace('-', '−'),
    katakana: (text: string) => text.replace('-', 'ー'),
    ideographic: (text: string) => text.replace('.', '。'),
  };
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.constantFrom(...Object.values(spell)),
      (n, respell) => {
        const text = (n / 1000).toFixed(3);
        expect(readNumber(respell(text))).toEqual(readNumber(text));
      },
    ),
  );
});
