import { decimal, fraction, type Fraction, toNumber } from './fraction.ts';
import { ZEROS } from './spellings.ts';

/**
 * Numbers of a text, replaced by atoms: a letter for how the number was spelled, an index and a semicolon. Letters: W
 * for a whole number, E for one with a power of ten after it, N for any other number, F and S for a fraction of one sign or with a slash.
 *
 * Digits arrive as private characters, a block of 16 a script, so that patterns see scripts.
 */
const FIRST = 0xe000;
export const privateDigit = (zero: string, value: number): string =>
  String.fromCharCode(FIRST + 16 * ZEROS.indexOf(zero) + value);

const D = '[\\uE000-\\uE1FF]';
const VULGAR: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅐': '1/7',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
  '⅑': '1/9',
  '⅒': '1/10',
  '↉': '0/3',
};

/** Text with Latin digits. */
export const latin = (text: string): string =>
  text.replace(/[\uE000-\uE1FF]/gu, (digit) => String((digit.charCodeAt(0) - FIRST) % 16));

/** Text with Latin digits; a text with digits of two scripts is turned down. */
function ofOneScript(text: string): string | undefined {
  const scripts = new Set(
    [...text.matchAll(/[\uE000-\uE1FF]/gu)].map(([digit]) => (digit.charCodeAt(0) - FIRST) >> 4),
  );
  return scripts.size > 1 ? undefined : latin(text);
}

const isGroups = (parts: readonly string[], mark: string): boolean => {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1) ?? '';
  if (!/^[1-9]\d{0,2}$/u.test(first)) return false;
  if (rest.every((part) => part.length === 3)) return true;
  return (
    mark === ',' &&
    first.length < 3 &&
    last.length === 3 &&
    rest.slice(0, -1).every((part) => part.length === 2)
  );
};

/** Digits of a number in groups, with or without a decimal point after them. */
function ungrouped(parts: readonly string[], marks: string): string | undefined {
  const mark = marks[0]!;
  if ([...marks].every((other) => other === mark)) return isGroups(parts, mark) ? parts.join('') : undefined;
  const [point, places] = [marks.at(-1)!, parts.at(-1)!];
  const isPoint = '.,'.includes(point) && [...marks.slice(0, -1)].every((other) => other === mark);
  const whole = parts.slice(0, -1);
  return isPoint && places !== '' && isGroups(whole, mark) ? `${whole.join('')}.${places}` : undefined;
}

/** Digits with a decimal point, from digits with separators; undefined where that is doubtful or no number. */
function decimalDigits(text: string): string | undefined {
  const marks = text.replace(/\d/gu, '');
  const parts = text.split(/[.,'_]/u);
  if (!/\d/u.test(text)) return undefined;
  if (marks === '' || marks === '.') return text;
  if (marks !== ',') return ungrouped(parts, marks);
  const isDoubtful = isGroups(parts, '.') && parts[1]!.length === 3;
  return isDoubtful ? undefined : text.replace(',', '.');
}

/** A number that a double can hold: neither endless nor, unless it is 0, lost. */
export function holdable(value: Fraction): Fraction | undefined {
  const number = toNumber(value);
  return Number.isFinite(number) && (number !== 0 || value.top === 0n) ? value : undefined;
}

export interface Atom {
  readonly value: Fraction;
  /** Latin digits and separators, as typed. */
  readonly text: string;
  readonly isArabic: boolean;
}

/** Exponents beyond those of any double are not worked out. */
export const FARTHEST = 3_000;
const LETTERS = 'abcdefghij';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const EXPONENT = new RegExp(`\\^[ _]*(?:([-+—]?)(${D}+)|\\([ _]*([-+—]?)(${D}+)[ _]*\\))`, 'gu');
const WITH_SIGN = new RegExp(`(${D}*)[ _]*([${Object.keys(VULGAR).join('')}])`, 'gu');
const WITH_SLASH = new RegExp(
  `(?<![.,'\\uE000-\\uE1FF])(${D}+)([ _]+)(${D}+)/(${D}+)(?![.,'e↑^⁺⁻\\uE000-\\uE1FF])`,
  'gu',
);
const NUMBER = new RegExp(
  `(?<!${D})(${D}{1,3}(?:_${D}{3})+(?!${D})(?:[.,]${D}+)?(?![.,'])|[.,']*${D}[.,'\\uE000-\\uE1FF]*)(?:[ _]*e([-+]?${D}+))?`,
  'gu',
);

/** Text whose numbers are replaced by atoms, one kind of spelling after the other. */
export class Atoms {
  readonly list: Atom[] = [];
  text: string;
  /** True once a number has turned out to be none, or to be doubtful. */
  isBad = false;

  constructor(text: string) {
    this.text = text
      .replace(EXPONENT, (all: string, a?: string, b?: string, c?: string, d?: string) => {
        if (ofOneScript(all) === undefined) this.isBad = true;
        return exponent(a ?? c ?? '', latin(b ?? d ?? ''));
      })
      .replace(/([⁺⁻]?)([⁰¹²³⁴-⁹]+)/gu, (_, sign: string, digits: string) =>
        exponent(sign === '⁻' ? '-' : '', [...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('')),
      )
      .replace(WITH_SIGN, (_, whole: string, sign: string) =>
        this.#add('F', whole, mixed(whole, VULGAR[sign]!)),
      )
      .replace(WITH_SLASH, (typed: string, whole: string, gap: string, top: string, bottom: string) => {
        const isProper = BigInt(latin(top)) < BigInt(latin(bottom));
        const isGroup = gap.includes('_') && top.length === 3;
        const value = isProper && !isGroup ? mixed(whole, `${latin(top)}/${latin(bottom)}`) : undefined;
        return this.#add('S', typed, value);
      })
      .replace(NUMBER, (typed: string, digits: string, power?: string) =>
        this.#add(
          decimalDigits(latin(digits))?.includes('.') ? 'N' : power ? 'E' : 'W',
          typed,
          numberOf(digits, power),
        ),
      );
  }

  at(index: string): Atom {
    return this.list[Number(index)]!;
  }

  #add(letter: string, typed: string, value: Fraction | undefined): string {
    const held = value && holdable(value);
    const plain = ofOneScript(typed);
    if (!held || plain === undefined) {
      this.isBad = true;
      return '?';
    }
    return this.push(letter, { value: held, text: plain, isArabic: /[\uE010-\uE02F]/u.test(typed) });
  }

  push(letter: string, atom: Atom): string {
    this.list.push(atom);
    return `${letter}${this.list.length - 1};`;
  }
}

function mixed(whole: string, share: string): Fraction {
  const [top, bottom] = share.split('/').map(BigInt) as [bigint, bigint];
  return fraction(BigInt(latin(whole) || 0) * bottom + top, bottom);
}

function numberOf(digits: string, power: string | undefined): Fraction | undefined {
  const plain = decimalDigits(latin(digits));
  const shift = Number(latin(power ?? '0'));
  if (plain === undefined) return undefined;
  if (Math.abs(shift) > FARTHEST) return /[1-9]/u.test(plain) ? undefined : fraction(0n, 1n);
  return decimal(plain, shift);
}

/** An exponent with letters for digits, so that it is not taken for a number. */
const exponent = (sign: string, digits: string): string =>
  `↑${sign.replace('—', '-')}${[...digits].map((digit) => LETTERS[Number(digit)]!).join('')}↑`;

/** Exponent between two arrows. */
export const exponentOf = (letters: string): number =>
  Number(letters.replace(/[a-j]/gu, (letter) => String(LETTERS.indexOf(letter))));
