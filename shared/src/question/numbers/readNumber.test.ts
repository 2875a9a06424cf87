import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/effort.ts';
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
  ['1.2×10^(-12)', 1.2e-12, 2],
  ['1.02', 1.02, 3],
  ['100', 100, 3],
  ['5-2', 3, null],
  ['2+-3', -1, null],
  ['+(4)', 4, null],
  [`1${'0'.repeat(MAX_ANSWER_LENGTH - 1)}`, 10 ** (MAX_ANSWER_LENGTH - 1), MAX_ANSWER_LENGTH],
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
  ['1.2×10⁻³', 0.0012, 2],
  ['1,2·10²', 120, 2],
  ['1\u202f234,5', 1234.5, 5],
  ['\u200e-0.25', -0.25, 2],
  ['−\u00a00.25', -0.25, 2],
  ['ー.5', -0.5, 1],
  ['０｡２５', 0.25, 2],
];

test.each(READ)('readNumber: reads %j', (raw, value, figures) => {
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
  '2**3',
  '*2',
  'e',
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
  '10²',
  '2³',
  '10⁻³',
  '1½',
  'ー',
  '٠٫٢٥',
  '۰.۲۵',
  '०.२५',
  "1'234",
  '1 234.567,8',
  '0·2·',
  '0٫25',
  '1_000',
  '1n',
  '05:30',
  '1'.repeat(MAX_ANSWER_LENGTH + 1),
];

test.each(UNREADABLE)('readNumber: does not read %j', (raw) => {
  expect(readNumber(raw)).toEqual({ ok: false });
});

test('readNumber: any text reads as a finite number or is unreadable', () => {
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
    { numRuns: runs(5_000, 50_000) },
  );
});

test('readNumber: text that JavaScript writes for a number reads back as that number', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      fc.pre(Math.abs(value) > 1e-90);
      expect(readNumber(String(value))).toMatchObject({ ok: true, value });
    }),
  );
});

/** Spellings of minus by keyboards of several locales and by phones. */
const MINUS = [
  '-',
  '\u2212',
  '\u2010',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2014',
  '\u2015',
  '\ufe63',
  '\uff0d',
  '\u30fc',
];
const POINT = ['.', ',', '\uff0e', '\uff0c', '\u3002', '\u3001', '\uff61'];
const SPACE = ['', ' ', '\u00a0', '\u202f', '\u2009', '\u3000', '\u200b', '\u200e', '\u2060', '\ufeff'];
const POWER = ['e', 'E', '\uff45', '\u00d710^', 'x10^', '*10^', '\uff5810^'];
const TIMES = ['*', '\u00d7', '\u00b7', '\u22c5', '\uff0a'];
const OVER = ['/', '\u00f7', '\u2044', '\u2215', '\uff0f'];
const wide = (text: string): string =>
  text.replace(/[0-9()+]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const keyboards = fc.record({
  minus: fc.constantFrom(...MINUS),
  point: fc.constantFrom(...POINT),
  space: fc.constantFrom(...SPACE),
  power: fc.constantFrom(...POWER),
  times: fc.constantFrom(...TIMES),
  over: fc.constantFrom(...OVER),
  isWide: fc.boolean(),
});
type Keyboard = typeof keyboards extends fc.Arbitrary<infer T> ? T : never;

function typedOn(text: string, { minus, point, space, power, times, over, isWide }: Keyboard): string {
  const spelled = text
    .replace(/-/g, minus)
    .replace(/\./g, point)
    .replace(/e/g, power)
    .replace(/\*/g, times)
    .replace(/\//g, over)
    .replace(/(?<=\D)(?=\d)/g, (gap: string, at: number) =>
      at > 0 && /[\d.,]/.test(text[at - 1] ?? '') ? gap : space,
    );
  return `${space}${isWide ? wide(spelled) : spelled}${space}`;
}

const numbers = fc
  .record({ n: fc.integer({ min: -99_999, max: 99_999 }), places: fc.integer({ min: 1, max: 4 }) })
  .map(({ n, places }) => (n / 10 ** places).toFixed(places));
const answers = fc.oneof(
  numbers,
  fc.tuple(numbers, fc.integer({ min: -20, max: 20 })).map(([text, e]) => `${text}e${e}`),
  fc.tuple(numbers, numbers).map(([a, b]) => `(${a})*(${b})`),
  fc.tuple(numbers, numbers).map(([a, b]) => `${a}-${b}`.replace('--', '+')),
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}/${b}`),
);

test('readNumber: one answer reads the same from any keyboard', () => {
  fc.assert(
    fc.property(answers, keyboards, (text, keyboard) => {
      const raw = typedOn(text, keyboard);
      fc.pre(raw.length <= MAX_ANSWER_LENGTH);
      const [here, there] = [readNumber(text), readNumber(raw)];
      expect(here.ok).toBe(true);
      expect(there, JSON.stringify(raw)).toEqual(here);
    }),
    { numRuns: runs(1_500, 20_000) },
  );
});

test('readNumber: digits other than 0–9 are never read as different digits', () => {
  const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040];
  fc.assert(
    fc.property(
      fc.constantFrom(...zeros),
      fc.integer({ min: 0, max: 9_999 }),
      fc.boolean(),
      (zero, n, mixed) => {
        const foreign = [...String(n)].map((c) => String.fromCharCode(zero + Number(c))).join('');
        expect(readNumber(mixed ? `1${foreign}` : foreign)).toEqual({ ok: false });
      },
    ),
  );
});
