import type { Signs } from './characters.ts';
import { readNumeral, significantFigures } from './numeral.ts';

/** Reason for not reading a text: it has two readings, or none. */
export type Doubt = 'ambiguous' | 'unreadable';

interface NumberToken {
  readonly type: 'number';
  /** Decimal digits, and a power of ten after `e` where one was typed. */
  readonly text: string;
  readonly figures: number;
  /** True for digits without a point, whatever follows them. */
  readonly isWhole: boolean;
  /** True where a power of ten was typed after `e`. */
  readonly hasExponent: boolean;
  /** Zero of the script of its digits. */
  readonly script: number;
}
interface FractionToken {
  readonly type: 'fraction';
  readonly top: number;
  readonly bottom: number;
  /** True for a mixed number with a slash, 1 1/2, which a further slash makes doubtful. */
  readonly hasSlash: boolean;
}
/** Exponent: a superscript, or digits after ^. */
interface PowerToken {
  readonly type: 'power';
  readonly exponent: number;
}
interface SignToken {
  readonly type: 'sign';
  readonly sign: string;
}
export type Token = (NumberToken | FractionToken | PowerToken | SignToken) & {
  readonly hasSpaceBefore: boolean;
  readonly hasSpaceAfter: boolean;
};

const FRACTIONS: ReadonlyMap<string, readonly [top: number, bottom: number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅐', [1, 7]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
  ['⅑', [1, 9]],
  ['⅒', [1, 10]],
  ['↉', [0, 3]],
]);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const SPACE = /[ _]*/uy;
const MIXED_WITH_SIGN = /(\d*)[ _]*([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉])/uy;
const MIXED_WITH_SLASH = /(\d+)([ _]+)(\d+)\/(\d+)(?![\d.,'e^⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])/uy;
/** Digits with groups behind narrow spaces, or with other separators; then a power of ten. */
const NUMERAL = /(\d{1,3}(?:_\d{3})+(?:[.,]\d+)?(?![\d.,'])|[\d.,'][\d.,']*)(?:[ _]*e([+-]?\d+))?/uy;
const POWER = /\^[ _]*(?:([+\-\u2014]?\d+)|\([ _]*([+\-\u2014]?\d+)[ _]*\))|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/uy;
const SIGN = /[+\-\u2014*\u00b7x/\u00f7(){}]/uy;

/** Spellings with two readings that no grammar would notice. */
const DOUBTFUL = [
  // ×10-3: a subtraction, or ×10⁻³ without its superscript.
  /[*x\u00b7][ _]*10-\d{1,2}(?![\d.,'e])/u,
  // ×10e-3: 10·10⁻³, or meant as ×10⁻³.
  /[*x\u00b7][ _]*10e/u,
  // 0x10: sixteen in a program.
  /(?<![\d.,'])0x\d/u,
];

/** Largest exponent that is told apart: beyond it a text of any length is 0 or no double. */
const FARTHEST = 9_999;

function exponentOf(text: string): number {
  const digits = text
    .replace(/[⁻\u2014]/u, '-')
    .replace(/⁺/u, '+')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
  return Math.max(-FARTHEST, Math.min(FARTHEST, Number(digits)));
}

type Bare = NumberToken | FractionToken | PowerToken | SignToken;

/** Match of a sticky pattern at an index. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function mixedWithSlash([, whole, gap, above, below]: RegExpExecArray): FractionToken | Doubt {
  const [top, bottom] = [Number(above), Number(below)];
  // 5 3/2 is no mixed number, and 1 234/500 with a narrow space is 1234/500 as well.
  if (top >= bottom || (gap!.includes('_') && above!.length === 3)) return 'ambiguous';
  return { type: 'fraction', top: Number(whole) * bottom + top, bottom, hasSlash: true };
}

function mixedWithSign([, whole, sign]: RegExpExecArray): FractionToken {
  const [top, bottom] = FRACTIONS.get(sign!)!;
  return { type: 'fraction', top: Number(whole) * bottom + top, bottom, hasSlash: false };
}

function numberToken([, run, exponent]: RegExpExecArray, script: number): NumberToken | Doubt {
  const numeral = readNumeral(run!);
  if (numeral === undefined) return 'unreadable';
  if (numeral === 'ambiguous') return 'ambiguous';
  return {
    type: 'number',
    text: exponent === undefined ? numeral.digits : `${numeral.digits}e${exponent}`,
    figures: significantFigures(numeral.digits),
    isWhole: numeral.isWhole,
    hasExponent: exponent !== undefined,
    script,
  };
}

/** Patterns of tokens in the order in which they are tried, with what each match is. */
const TOKENS: readonly (readonly [
  pattern: RegExp,
  token: (match: RegExpExecArray, script: number) => Bare | Doubt,
])[] = [
  [MIXED_WITH_SIGN, mixedWithSign],
  [MIXED_WITH_SLASH, mixedWithSlash],
  [NUMERAL, numberToken],
  [POWER, (match) => ({ type: 'power', exponent: exponentOf((match[1] ?? match[2] ?? match[3])!) })],
  [SIGN, ([sign]) => ({ type: 'sign', sign })],
];

/** Zero of the script of a piece of text; undefined where its digits are of two scripts. */
function scriptOf(scripts: readonly number[]): number | undefined {
  const found = [...new Set(scripts.filter((zero) => zero !== 0))];
  return found.length > 1 ? undefined : (found[0] ?? 0);
}

/** Splits the signs of an expression into tokens, or says why it cannot. */
export function tokensOf({ text, scripts }: Signs): readonly Token[] | Doubt {
  if (DOUBTFUL.some((pattern) => pattern.test(text))) return 'ambiguous';
  const tokens: Token[] = [];
  let at = matchAt(SPACE, text, 0)![0].length;
  let hasSpaceBefore = at > 0;
  while (at < text.length) {
    const start = at;
    const found = TOKENS.map(([pattern, token]) => [matchAt(pattern, text, start), token] as const).find(
      ([match]) => match,
    );
    if (!found) return 'unreadable';
    const [match, token] = found;
    const end = start + match![0].length;
    const script = scriptOf(scripts.slice(start, end));
    if (script === undefined) return 'unreadable';
    const bare = token(match!, script);
    if (typeof bare === 'string') return bare;
    const gap = matchAt(SPACE, text, end)![0].length;
    tokens.push({ ...bare, hasSpaceBefore, hasSpaceAfter: gap > 0 });
    at = end + gap;
    hasSpaceBefore = gap > 0;
  }
  return tokens;
}
