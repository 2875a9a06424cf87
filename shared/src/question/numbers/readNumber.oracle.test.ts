/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/effort.ts';
import { toNumber } from '../../testing/numbers/fraction.ts';
import { oracleRead } from '../../testing/numbers/oracle.ts';
import { IGNORED, signOfSpelling, SPELLINGS, ZEROS } from '../../testing/numbers/spellings.ts';
import { readNumber } from './readNumber.ts';
import { signsOf } from './reading/characters.ts';

/** Every character alone and every text, against docs/numbers.md and a second reader of it. */

/** Values that a double holds only roughly, on the way or at the end, are not compared. */
const SMALLEST = 1e-150;
const LARGEST = 1e150;

function expectToAgree(raw: string): void {
  const read = readNumber(raw);
  const exact = oracleRead(raw);
  const name = JSON.stringify(raw);
  if (read.ok) {
    expect(exact, `${name} was read as ${read.value}`).toBeDefined();
    const { value, figures } = exact!;
    const slack = SMALLEST + 1e-11 * value.size;
    expect(Math.abs(read.value - toNumber(value)), `${name} was read as ${read.value}`).toBeLessThanOrEqual(
      slack,
    );
    expect(read.figures, name).toBe(figures);
  } else if (exact && exact.value.size < LARGEST && exact.value.size > SMALLEST) {
    expect.fail(`${name} was not read: it is ${toNumber(exact.value)}`);
  }
}

test('characters: each is rewritten as the table in docs/numbers.md says', () => {
  for (let code = 1; code < 0x20000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    const expected = signOfSpelling(character);
    // Between two signs: around a text more is ignored.
    const signs = signsOf(`(${character})`);
    expect(signs?.text, `U+${code.toString(16)}`).toBe(expected && `(${expected.sign})`);
  }
});

const signs = [...SPELLINGS.keys()];
const spelled = fc.constantFrom(...signs).chain((sign) => fc.constantFrom(...SPELLINGS.get(sign)!));
const latinDigits = fc.integer({ min: 0, max: 999_999 }).map(String);
const digits = fc.oneof(
  { weight: 8, arbitrary: latinDigits },
  {
    weight: 1,
    arbitrary: fc
      .tuple(latinDigits, fc.constantFrom(...ZEROS))
      .map(([text, zero]) =>
        [...text].map((digit) => String.fromCodePoint(zero.codePointAt(0)! + Number(digit))).join(''),
      ),
  },
);
const pieces = fc.oneof(
  { weight: 6, arbitrary: digits },
  {
    weight: 6,
    arbitrary: fc.constantFrom('.', ',', '0.', '·', '/', '+', '-', '*', '(', ')', ' ', 'x', 'e', '÷', '='),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '×10^',
      '×10⁻³',
      '10^-2',
      '*10',
      '10',
      '²',
      '^2',
      '^(-3)',
      ' 1/2',
      '½',
      '1/4',
      '(2)',
      '(0.5)',
      '.5',
      "'000",
      ',000',
      '_',
      '\u202f234',
      '0',
      '3.5',
      'e-3',
      '1=1',
    ),
  },
  { weight: 3, arbitrary: spelled },
  { weight: 1, arbitrary: fc.constantFrom(...IGNORED) },
);
const soup = fc.array(pieces, { minLength: 1, maxLength: 9 }).map((list) => list.join(''));

/** Texts that failed once. */
const PINNED = [
  '0/1e-200',
  '5·3²',
  '1_125/250',
  '1\u00a0125/250',
  '2/-1 1/2',
  '1 1/2(3)',
  '1=1',
  '="0.5"',
  '1=1½',
  '10^-2×10⁻³',
  '1×10^(2)^2',
  '10 ³',
  '1/10^-2*10^-2',
  '1-0×10^1000100000100000100000',
  '2·3e5',
  '۳/۱۴e۲',
  '1,000,000·0',
];

test.each(PINNED)('%j: read as the second reader does', (raw) => expectToAgree(raw));

test('soup of digits and signs: read as the second reader does, or not read', () => {
  fc.assert(fc.property(soup, expectToAgree), { numRuns: runs(10_000, 150_000) });
});

test('any text: nothing is read that the second reader does not read', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.double().map(String)),
      expectToAgree,
    ),
    { numRuns: runs(3_000, 100_000) },
  );
});
