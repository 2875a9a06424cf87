import { expect, test } from 'vitest';
import { evaluate, readNumber } from './readNumber.ts';

const PLAIN: readonly [string, number, number][] = [
  ['0.25', 0.25, 2],
  [' 0.250 ', 0.25, 3],
  ['+3', 3, 1],
  ['.5', 0.5, 1],
  ['5.', 5, 1],
  ['1.02', 1.02, 3],
  ['100', 100, 3],
  ['0.00120', 0.0012, 3],
  ['0', 0, 1],
  ['0.000', 0, 1],
  ['(0.0004)', 0.0004, 1],
  ['+(4)', 4, 1],
  ['-(−0.25)', 0.25, 2],
  [`0.${'3'.repeat(300)}`, 1 / 3, 300],
  [`${'('.repeat(499)}12${')'.repeat(499)}`, 12, 2],
];

const SPELLED: readonly [string, number, number][] = [
  // Minus
  ['−0.25', -0.25, 2],
  ['‐0.25', -0.25, 2],
  ['–0.25', -0.25, 2],
  ['—0.25', -0.25, 2],
  ['―0.25', -0.25, 2],
  ['﹣0.25', -0.25, 2],
  ['－0.25', -0.25, 2],
  ['ー0.25', -0.25, 2],
  ['ｰ.5', -0.5, 1],
  ['─0.25', -0.25, 2],
  ['−\u00a00.25', -0.25, 2],
  // Points and commas
  ['0,25', 0.25, 2],
  ['0,234', 0.234, 3],
  ['12,5', 12.5, 3],
  ['1,2345', 1.2345, 5],
  ['1234,567', 1234.567, 7],
  ['0。25', 0.25, 2],
  ['0、25', 0.25, 2],
  ['０｡２５', 0.25, 2],
  ['０，２５', 0.25, 2],
  ['５。', 5, 1],
  ['0٫25', 0.25, 2],
  // Groups of digits
  ['1,234.5', 1234.5, 5],
  ['1.234,5', 1234.5, 5],
  ['1.234.567', 1234567, 7],
  ['1,234,567', 1234567, 7],
  ['12,34,567.8', 1234567.8, 8],
  ["1'234", 1234, 4],
  ['1’234.5', 1234.5, 5],
  ['1’234,5', 1234.5, 5],
  ['1\u202f234,5', 1234.5, 5],
  ['1\u00a0234\u00a0567', 1234567, 7],
  ['1\u2009234', 1234, 4],
  ['١٬٢٣٤٫٥', 1234.5, 5],
  // Scripts
  ['０．２５', 0.25, 2],
  ['𝟎.𝟐𝟓', 0.25, 2],
  ['٠٫٢٥', 0.25, 2],
  ['۰.۲۵', 0.25, 2],
  ['-۰٫۲۵', -0.25, 2],
  ['०.२५', 0.25, 2],
  ['১২', 12, 2],
  // Powers of ten
  ['1.2e-3', 0.0012, 2],
  ['1.2E−3', 0.0012, 2],
  ['1.5 E-3', 0.0015, 2],
  ['1.2е-3', 0.0012, 2],
  ['1.2×10^-3', 0.0012, 2],
  ['1.2 x 10^−3', 0.0012, 2],
  ['1.2*10^3', 1200, 2],
  ['1.2×10^(-12)', 1.2e-12, 2],
  ['1.2×10⁻³', 0.0012, 2],
  ['1,2·10²', 120, 2],
  ['3·10²', 300, 1],
  ['−1.20 × 10 ^ −3', -0.0012, 3],
  ['10^-3', 0.001, 1],
  ['10⁻³', 0.001, 1],
  ['-10^2', -100, 1],
  ['3.294e+113', 3.294e113, 4],
  ['−8.85e−4', -8.85e-4, 3],
  ['5e-324', 5e-324, 1],
  ['0e999', 0, 1],
  // Around a number
  ['\u202d0.0822\u202c', 0.0822, 3],
  ['\u2066−0.0822\u2069', -0.0822, 3],
  ['\u200e-0.25', -0.25, 2],
  ['\ufeff0.25\u00ad', 0.25, 2],
  ['1\u200b2', 12, 2],
  ['=0.5', 0.5, 1],
  ['＝０．５', 0.5, 1],
  ['≈0.5', 0.5, 1],
  ['≒ 0.5', 0.5, 1],
  ['~0.5', 0.5, 1],
  ['～0.5', 0.5, 1],
  ['= 0.5 =', 0.5, 1],
  ['=≈ 0.5', 0.5, 1],
  ['"0.5"', 0.5, 1],
  ['“0.5”', 0.5, 1],
  ["'0.5'", 0.5, 1],
  ['„0,5“', 0.5, 1],
  ['« 0,5 »', 0.5, 1],
  ['「0.5」', 0.5, 1],
  ['="0.5"', 0.5, 1],
  ['"=0.5"', 0.5, 1],
];

const EXPRESSIONS: readonly [string, number][] = [
  ['5-2', 3],
  ['2+-3', -1],
  ['2-−3', 5],
  ['3 -2', 1],
  ['5ー3', 2],
  ['−0.449 × 0.247 × 0.450', -0.04990635],
  ['(1+2)×3', 9],
  ['（１＋２）×３', 9],
  ['{0.5×(1−0.5)}×2', 0.5],
  ['-(1,5+0,5)', -2],
  // Times
  ['0.5 x 0.25', 0.125],
  ['0.5X0.25', 0.125],
  ['0.5ｘ0.25', 0.125],
  ['0.5х0.25', 0.125],
  ['0.5χ0.25', 0.125],
  ['0.5✕0.25', 0.125],
  ['0.5✖️0.25', 0.125],
  ['0.5⨯0.25', 0.125],
  ['0.5∗0.25', 0.125],
  ['０．５＊０．２５', 0.125],
  ['0.5·0.25', 0.125],
  ['0.5⋅0.25', 0.125],
  ['0.5∙0.25', 0.125],
  ['0.5・0.25', 0.125],
  ['0.5･0.25', 0.125],
  ['0.5•0.25', 0.125],
  ['2·0.25', 0.5],
  ['0.5·2', 1],
  ['2 · 3', 6],
  ['2 ・ 3', 6],
  ['(2)·3', 6],
  ['2\u20623', 6],
  ['0 x 10', 0],
  ['2(3)', 6],
  ['(2)(3)', 6],
  ['2(0.5)', 1],
  ['-2(-3)(2)', 12],
  ['0.5(1−0.5)', 0.25],
  // Fractions and mixed numbers
  ['1/4', 0.25],
  ['1⁄4', 0.25],
  ['1∕4', 0.25],
  ['１／４', 0.25],
  ['1÷4', 0.25],
  ['1➗4', 0.25],
  ['۱÷۴', 0.25],
  ['1/2/4', 0.125],
  ['1/2×3', 1.5],
  ['½', 0.5],
  ['2½', 2.5],
  ['1 ½', 1.5],
  ['1½', 1.5],
  ['-1½', -1.5],
  ['1 1/2', 1.5],
  ['1 1⁄2', 1.5],
  ['1\u00a01/2', 1.5],
  ['1\u20641/2', 1.5],
  ['-1 1/2', -1.5],
  ['3 - 1 1/2', 1.5],
  ['2 × 1 1/2', 3],
  ['10 3/4', 10.75],
  ['1/½', 2],
  ['½/½', 1],
  ['1/4×10^-1', 0.025],
  ['3/4·10⁻²', 0.0075],
  ['-1/4 × 10^-1', -0.025],
  ['1 1/2×10^-1', 0.15],
  ['½×10^-1', 0.05],
  ['1/4e-1', 2.5],
  ['1/(4×10^-1)', 2.5],
  ['1/10^-2×10^-2', 1],
  // Powers
  ['(1.2×10^-3)×2', 0.0024],
  ['2×(1.2×10^-3)', 0.0024],
  ['2×1.2×10^-3', 0.0024],
  ['1e-3×2', 0.002],
  ['0.5+1.2×10^-3', 0.5012],
  ['3²', 9],
  ['2³', 8],
  ['3^2', 9],
  ['0.5^(2)', 0.25],
  ['1-0.5²', 0.75],
  ['(1-0.5)²', 0.25],
  ['(-0.5)²', 0.25],
  ['-0.5³', -0.125],
  ['2(3)²', 18],
  // Workings with a result
  ['0.5×0.25=', 0.125],
  ['0.05 × 0.15 + 0.35 = ', 0.3575],
];

const RESULTS: readonly [string, number, number | null][] = [
  ['0.05 × 0.15 + 0.35 = 0.3575', 0.3575, 4],
  ['0.88*0.1*0.5=0.04', 0.04, 1],
  ['1/3=0.33', 0.33, 2],
  ['2×3=6=6', 6, 1],
  ['0.5 ≒ ½', 0.5, null],
  ['1=1', 1, 1],
  ['0.5007 − 0.5 = 0.0006912', 0.0006912, 4],
  ['f(0.3775) = 0.5933', 0.5933, 4],
  ['f′(−0.3775) = 0.2413', 0.2413, 4],
  ["f'(1.2e+30) = 0", 0, 1],
  ['softmax(0.3775) = 0.5933', 0.5933, 4],
];

test.each([...PLAIN, ...SPELLED])('reads %j as %f', (raw, value, figures) => {
  const read = readNumber(raw);
  expect(read).toMatchObject({ ok: true, figures });
  expect(read.ok && Math.abs(read.value / value - 1) < 1e-15).toBe(value !== 0);
  if (value === 0) expect(read.ok && read.value === 0).toBe(true);
});

test.each(EXPRESSIONS)('reads %j as %f, exact enough', (raw, value) => {
  const read = readNumber(raw);
  expect(read).toMatchObject({ ok: true, value: expect.closeTo(value, 12), figures: null });
  expect(read.ok && evaluate(read.typed)).toBe(read.ok && read.value);
});

test.each(RESULTS)('reads %j as its result, %f', (raw, value, figures) => {
  expect(readNumber(raw)).toMatchObject({ ok: true, value, figures });
});

test('an expression keeps its operands: powers as products, mixed numbers as one', () => {
  const typed = (raw: string) => {
    const read = readNumber(raw);
    return read.ok && read.typed;
  };
  const number = (value: number, figures: number) => ({ type: 'number', value, figures });
  expect(typed('0.50×-1.2×10^-3')).toEqual({
    type: '*',
    left: number(0.5, 2),
    right: { type: 'negative', of: number(0.0012, 2) },
  });
  expect(typed('0.4²')).toEqual({ type: '*', left: number(0.4, 1), right: number(0.4, 1) });
  expect(typed('1½')).toEqual({ type: '/', left: number(3, 1), right: number(2, 1) });
  expect(typed('1 1/2')).toEqual(typed('1½'));
  expect(typed('2×3=6')).toEqual(typed('2×3'));
});

/** Number of pairs of equal characters: work that grows with the square of a text. */
function equalPairs(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++)
    for (let j = 0; j < text.length; j++) if (text.charCodeAt(i) === text.charCodeAt(j)) count++;
  return count;
}

function durationOf(work: () => unknown): number {
  const since = performance.now();
  work();
  return performance.now() - since;
}

test.each([
  `${'1+'.repeat(499)}1`,
  `${'('.repeat(499)}1${')'.repeat(499)}`,
  '('.repeat(1_000),
  `${'-('.repeat(333)}1`,
  '1'.repeat(1_000),
  `0.${'0'.repeat(998)}`,
  `1${',234'.repeat(249)}`,
  `1${'\u202f234'.repeat(249)}`,
  ' '.repeat(1_000),
  `1${' '.repeat(998)}1`,
  '1 1/2'.repeat(200),
  `${'*'.repeat(999)}1`,
  `1*${' '.repeat(990)}10`,
  `${'('.repeat(150)}9${')³'.repeat(150)}`,
  `${'1/'.repeat(499)}1`,
  `1${'='.repeat(998)}1`,
  `${'1='.repeat(499)}1`,
  'f('.repeat(500),
  `"${'"'.repeat(998)}"`,
  '\u202d'.repeat(1_000),
  '½'.repeat(1_000),
  'e1'.repeat(500),
  '^'.repeat(1_000),
])('a text of 1,000 characters is read or turned down at once (%#)', (raw) => {
  // Both are measured on the same machine, by turns, and the quickest of each counts: other tests share it.
  const rounds = Array.from({ length: 5 }, () => ({
    reading: durationOf(() => readNumber(raw)),
    comparing: durationOf(() => equalPairs(raw)),
  }));
  const quickest = (what: 'reading' | 'comparing') => Math.min(...rounds.map((round) => round[what]));
  expect(quickest('reading')).toBeLessThan(50 * quickest('comparing'));
});
