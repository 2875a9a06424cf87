import { Atoms, exponentOf, FARTHEST, holdable, latin, privateDigit } from './atoms.ts';
import { calculate, decimal, type Fraction, toNumber } from './fraction.ts';
import { signOfSpelling } from './spellings.ts';
import { Yard } from './yard.ts';

/**
 * Second reader of docs/numbers.md, for tests: it rewrites text step by step instead of splitting it into tokens, and
 * works the rest out with two stacks (shunting-yard) and exact fractions.
 */

const DOUBTFUL = [/[*x·][ _]*10-\d\d?(?![\d.,'e])/u, /[*x·][ _]*10e/u, /(?<![\d.,'])0x\d/u];
const DOT = /(?<=W\d+;)([ _]*)·([ _]*)[WE](\d+);[ _]*(↑)?/gu;
const SLASH = /W\d+;\/[ _]*[WE](\d+);/gu;
const MIXED = /S\d+;[ _]*[/÷]|[/÷][ _]*[-+—]?[ _]*S|S\d+;[({]/u;
const DIVISION = /(\S)[ _]*[/÷][ _]*[-+—]?[ _]*([WEN])\d+;[ _]*[*x·][ _]*[-+—]?[ _]*W(\d+);[ _]*↑/gu;
const POWER_OF_TEN = /([WEN])(\d+);[ _]*[*x·][ _]*W(\d+);[ _]*↑([-+]?[a-j]+)↑(?![ _]*↑)/gu;

/** Tells whether products have spellings with two readings, after numbers have become atoms. */
function isDoubtful(atoms: Atoms): boolean {
  const { text } = atoms;
  const isTen = (index: string): boolean => atoms.at(index).text === '10';
  const isDot = [...text.matchAll(DOT)].some(
    ([, before, after, right, power]) => !(before && after) && !(power && isTen(right!)),
  );
  const isPoint = [...text.matchAll(SLASH)].some(([, right]) => atoms.at(right!).isArabic);
  const isDivisor = [...text.matchAll(DIVISION)].some(({ index, 2: divisor, 3: ten }) => {
    const isFraction = divisor === 'W' && /W\d+;$/u.test(text.slice(0, index + 1));
    return isTen(ten!) && !isFraction;
  });
  return isDot || isPoint || isDivisor || MIXED.test(text);
}

/** Joins numbers and the powers of ten that they are multiplied by. */
function joinPowersOfTen(atoms: Atoms): void {
  const { text } = atoms;
  atoms.text = text.replace(
    POWER_OF_TEN,
    (all: string, _, index: string, ten: string, letters: string, at: number) => {
      const { value, text: typed } = atoms.at(index);
      const isDivisor = /[/÷][ _]*(?:[-+—][ _]*)?$/u.test(text.slice(0, at));
      if (atoms.at(ten).text !== '10' || typed.includes('e') || isDivisor) return all;
      const power = exponentOf(letters);
      const isFar = Math.abs(power) > FARTHEST;
      const product = isFar ? undefined : holdable(calculate('*', value, decimal('1', power))!);
      if (!product && value.top !== 0n) atoms.isBad = true;
      return atoms.push('N', { value: product ?? value, text: `${typed}e`, isArabic: false });
    },
  );
}

/** Tells whether a bracket at the end of this text would multiply after a division: 1/2(3). */
function isAfterSlash(text: string): boolean {
  // Exponents have signs of their own, and brackets before have divisions of their own.
  let rest = text.replace(/↑[^↑]*↑/gu, '↑');
  for (let before = ''; before !== rest; ) [before, rest] = [rest, rest.replace(/[({][^(){}]*[)}]/gu, ';')];
  const product = rest
    .split(/[({]/u)
    .at(-1)!
    .split(/(?<=[;↑][ _]*)[-+—]/u)
    .at(-1)!;
  return /[/÷]/u.test(product);
}

const LEXEME = /([ _]*)(?:([WENFS])(\d+);|↑([-+]?[a-j]+)↑|([-+—*·x/÷(){}]))/uy;

/** Calculation of a text of atoms, from left to right. */
class Calculation {
  readonly #yard = new Yard();
  readonly #atoms: Atoms;
  #expects: 'operand' | 'unsigned' | 'operator' = 'operand';
  /** Kind of the operand that an exponent would belong to; null where it has one. */
  #base: 'ten' | 'other' | null = null;

  constructor(atoms: Atoms) {
    this.#atoms = atoms;
  }

  result(): Fraction | undefined {
    const text = this.#atoms.text.replace(/[ _]+$/u, '');
    for (let at = 0; at < text.length; ) {
      LEXEME.lastIndex = at;
      const match = LEXEME.exec(text);
      if (!match) return undefined;
      const [all, gap, letter, index, letters, sign = ''] = match;
      const before = text.slice(0, at);
      at += all.length;
      const isTaken =
        letter !== undefined
          ? this.#takeAtom(letter, index!)
          : letters !== undefined
            ? this.#takeExponent(letters)
            : this.#takeSign(sign, gap === '', before);
      if (!isTaken || this.#yard.isBad) return undefined;
    }
    return this.#expects === 'operator' ? this.#yard.finish() : undefined;
  }

  #takeAtom(letter: string, index: string): boolean {
    if (this.#expects === 'operator') return false;
    const { value, text } = this.#atoms.at(index);
    this.#yard.value(value);
    this.#base = 'FS'.includes(letter) ? null : text === '10' ? 'ten' : 'other';
    this.#expects = 'operator';
    return true;
  }

  #takeExponent(letters: string): boolean {
    const exponent = exponentOf(letters);
    if (this.#expects !== 'operator' || this.#base === null || Math.abs(exponent) > FARTHEST) return false;
    this.#yard.raise(exponent, this.#base === 'ten');
    this.#base = null;
    return true;
  }

  #takeSign(sign: string, isClose: boolean, before: string): boolean {
    const isOperatorNext = this.#expects === 'operator';
    if ('({'.includes(sign)) {
      if (isOperatorNext && (!isClose || isAfterSlash(before))) return false;
      if (isOperatorNext) this.#yard.push('*');
      this.#yard.open(sign);
      this.#expects = 'operand';
      return true;
    }
    if (')}'.includes(sign)) {
      this.#yard.close(sign);
      this.#base = 'other';
      return isOperatorNext;
    }
    const isSign = this.#expects === 'operand' && '+-—'.includes(sign);
    if (isOperatorNext) this.#yard.push('*x·'.includes(sign) ? '*' : '/÷'.includes(sign) ? '/' : sign);
    else this.#yard.push(sign === '+' ? 'u+' : 'u-');
    this.#expects = isOperatorNext ? 'operand' : 'unsigned';
    return isOperatorNext ? sign !== '—' : isSign;
  }
}

/** A value and its significant figures; null figures for a fraction or an expression. */
export interface OracleRead {
  readonly value: Fraction;
  readonly figures: number | null;
}

/** Significant figures of a text that is a number alone, in brackets or not. */
function figuresIn(atoms: Atoms): number | null {
  const shape = /^[-+—({ _]*[WEN](\d+);[ _]*(↑[-+]?[a-j]+↑)?[ _)}]*$/u;
  const [, index, power] = shape.exec(atoms.text) ?? [];
  if (index === undefined) return null;
  const { text } = atoms.at(index);
  if (power !== undefined) return text === '10' ? 1 : null;
  const digits = text.replace(/e.*$/u, '').replace(/\D/gu, '');
  return Math.max(1, digits.length - /^0*/u.exec(digits)![0].length);
}

function readSide(text: string): OracleRead | undefined {
  if (DOUBTFUL.some((pattern) => pattern.test(latin(text)))) return undefined;
  const atoms = new Atoms(text);
  if (atoms.isBad || isDoubtful(atoms)) return undefined;
  joinPowersOfTen(atoms);
  const value = atoms.isBad ? undefined : new Calculation(atoms).result();
  return value && { value, figures: figuresIn(atoms) };
}

/** Half a unit in the last figure of a plain number; 0 for anything else. */
function halfUnit({ value, figures }: OracleRead): number {
  const size = Math.abs(toNumber(value));
  return figures === null || size === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(size)) - figures + 1);
}

const unquoted = (text: string): string =>
  text.length >= 2 && `"'`.includes(text[0]!) && `"'`.includes(text.at(-1)!) ? text.slice(1, -1) : text;

/** Value of a text by the grammar of docs/numbers.md; undefined where it is not read. */
export function oracleRead(raw: string): OracleRead | undefined {
  let text = raw.replace(/^\s*(?:f[′']?|softmax)\([^()=]*\)(?=\s*=)/u, '');
  text = text.replace(/^[\p{Cf}\s]+/u, '').replace(/[\p{Cf}\s]+$/u, '');
  let signs = '';
  for (const character of text) {
    const spelled = signOfSpelling(character);
    if (!spelled) return undefined;
    signs += spelled.zero === '' ? spelled.sign : privateDigit(spelled.zero, Number(spelled.sign));
  }
  const inner = unquoted(signs).replace(/^[ _=≈~]+/u, '');
  const sides = inner
    .replace(/[ _]+$/u, '')
    .replace(/=$/u, '')
    .split(/[=≈]/u)
    .map((side) => readSide(unquoted(side)));
  const last = sides.at(-1);
  if (!last || !sides.every((side) => side !== undefined)) return undefined;
  const isAgreed = sides.slice(0, -1).every(({ value }) => {
    const difference = Math.abs(toNumber(calculate('-', value, last.value)!));
    return difference <= 0.002 * value.size + 1.000001 * halfUnit(last);
  });
  return isAgreed ? last : undefined;
}
