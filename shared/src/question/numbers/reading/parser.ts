import type { Typed } from '../typed.ts';
import { isArabic } from './characters.ts';
import { Cursor } from './cursor.ts';
import {
  countNumbers,
  divisionBy,
  fraction,
  number,
  type Operand,
  ofTwo,
  operand,
  type Product,
} from './operand.ts';
import type { Doubt, Token } from './tokens.ts';

/** Most numbers in an expression: more than any text has, unless powers of powers multiply them. */
const MAX_NUMBERS = 600;
const TIMES: readonly string[] = ['*', 'x', '\u00b7'];
const OVER: readonly string[] = ['/', '\u00f7'];
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

const isTimes = (sign: string | undefined): boolean => sign !== undefined && TIMES.includes(sign);
const isOver = (sign: string | undefined): boolean => sign !== undefined && OVER.includes(sign);
/** Tells whether a token is a mixed number with a slash, 1 1/2, which a further slash makes doubtful. */
const isMixed = (token: Token | undefined): boolean => token?.type === 'fraction' && token.hasSlash;
const isMinus = (sign: string | undefined): boolean => sign === '-' || sign === '\u2014';

/** Reads tokens as one expression by the grammar in docs/numbers.md, or says why it cannot. */
export function parse(tokens: readonly Token[]): Typed | Doubt {
  const cursor = new Cursor(tokens);
  const typed = readSum(cursor);
  return typed && cursor.isAtEnd ? typed : cursor.doubt;
}

/** sum = product { ("+" | "−") product } */
function readSum(cursor: Cursor): Typed | undefined {
  let left = readProduct(cursor);
  while (left) {
    const sign = cursor.sign();
    if (sign !== '+' && !isMinus(sign)) return left;
    // A phone makes one dash of two minus signs: 5 − 3 or 5 − (−3).
    if (sign === '\u2014') return cursor.fail('ambiguous');
    cursor.advance();
    const right = readProduct(cursor);
    left = right && ofTwo(sign === '+' ? '+' : '-', left, right);
  }
  return undefined;
}

/** product = factor { times factor | over factor | group } */
function readProduct(cursor: Cursor): Typed | undefined {
  const first = readFactor(cursor);
  let product: Product | undefined = first && { typed: first.typed, last: first, division: 'none' };
  while (product) {
    const sign = cursor.sign();
    if (isTimes(sign)) product = multiplied(cursor, product);
    else if (isOver(sign)) product = divided(cursor, product);
    else if (isGroup(sign) && !cursor.token()!.hasSpaceBefore) product = joined(cursor, product);
    else return product.typed;
  }
  return undefined;
}

const isGroup = (sign: string | undefined): boolean => sign !== undefined && sign in CLOSING;

/** Tells whether a raised dot here stands between whole numbers, where it may be a decimal point: 2·3, but not 3·10². */
function isPointOrTimes(cursor: Cursor, left: Operand): boolean {
  const { hasSpaceBefore, hasSpaceAfter } = cursor.token()!;
  const [next, afterNext] = [cursor.token(1), cursor.token(2)];
  if (cursor.sign() !== '\u00b7' || left.kind !== 'whole' || next?.type !== 'number') return false;
  const isTen = next.text === '10' && afterNext?.type === 'power';
  return next.isWhole && !isTen && !(hasSpaceBefore && hasSpaceAfter);
}

/** A product times a factor. */
function multiplied(cursor: Cursor, { typed, last, division }: Product): Product | undefined {
  if (isPointOrTimes(cursor, last)) return cursor.fail('ambiguous');
  cursor.advance();
  const right = readFactor(cursor);
  if (!right) return undefined;
  if (right.isPowerOfTen && division === 'doubtful') return cursor.fail('ambiguous');
  return {
    typed: ofTwo('*', typed, right.typed),
    last: right,
    division: division === 'none' ? 'none' : 'earlier',
  };
}

/** A product divided by a factor. */
function divided(cursor: Cursor, { typed, last }: Product): Product | undefined {
  const next = cursor.token(1);
  const isAfterMixed = isMixed(cursor.token(-1));
  // In Arabic and Persian writing 3/14 is also the decimal fraction 3.14.
  const isBetweenDigits = last.kind === 'whole' && next?.type === 'number' && next.isWhole;
  const isPoint =
    cursor.sign() === '/' && !cursor.token()!.hasSpaceBefore && isBetweenDigits && isArabic(next.script);
  cursor.advance();
  const right = readFactor(cursor, true);
  // 1 1/2/3 and 2/1 1/2.
  if (isPoint || isAfterMixed || isMixed(cursor.token(-1))) return cursor.fail('ambiguous');
  return right && { typed: ofTwo('/', typed, right.typed), last: right, division: divisionBy(last, right) };
}

/** A product times the group that follows it without a sign: 2(3). After a slash, 1/2(3), it has two readings. */
function joined(cursor: Cursor, { typed, division }: Product): Product | undefined {
  if (division !== 'none' || isMixed(cursor.token(-1))) return cursor.fail('ambiguous');
  const right = readPower(cursor);
  return right && { typed: ofTwo('*', typed, right.typed), last: right, division };
}

/** factor = [sign] power */
function readFactor(cursor: Cursor, isDivisor = false): Operand | undefined {
  const sign = cursor.sign();
  if (sign !== '+' && !isMinus(sign)) return readPower(cursor, isDivisor);
  cursor.advance();
  const found = readPower(cursor, isDivisor, isMinus(sign));
  if (!found || sign === '+') return found;
  return { ...found, typed: { type: 'negative', of: found.typed } };
}

/** power = primary [exponent] | number times "10" exponent */
function readPower(cursor: Cursor, isDivisor = false, isNegative = false): Operand | undefined {
  const token = cursor.token();
  const base = readPrimary(cursor);
  if (!base) return undefined;
  const next = cursor.token();
  if (next?.type !== 'power') return isDivisor ? base : timesPowerOfTen(cursor, token!, base);
  cursor.advance();
  if (token!.type === 'number' && token!.text === '10') {
    return literal(cursor, `1e${next.exponent}`, 1, true);
  }
  // −0.5²: minus the square, or the square of −0.5.
  if (isNegative && next.exponent % 2 === 0) return cursor.fail('ambiguous');
  return token!.type === 'fraction' ? cursor.fail('unreadable') : repeated(cursor, base.typed, next.exponent);
}

/** A square or cube, as the product that it is. */
function repeated(cursor: Cursor, base: Typed, exponent: number): Operand | undefined {
  const isSmall = exponent === 2 || exponent === 3;
  if (!isSmall || countNumbers(base) * exponent > MAX_NUMBERS) return cursor.fail('unreadable');
  const square = ofTwo('*', base, base);
  return operand(exponent === 2 ? square : ofTwo('*', square, base), 'other');
}

/** A number with the power of ten that it is multiplied by, as one number; the number alone where there is none. */
function timesPowerOfTen(cursor: Cursor, token: Token, base: Operand): Operand | undefined {
  if (token.type !== 'number' || token.hasExponent || !isTimes(cursor.sign())) return base;
  const [ten, power] = [cursor.token(1), cursor.token(2)];
  if (ten?.type !== 'number' || ten.text !== '10' || power?.type !== 'power') return base;
  cursor.advance(3);
  return literal(cursor, `${token.text}e${power.exponent}`, token.figures);
}

/** primary = number | fraction | group */
function readPrimary(cursor: Cursor): Operand | undefined {
  const token = cursor.token();
  if (!token) return undefined;
  cursor.advance();
  switch (token.type) {
    case 'number': {
      const found = literal(cursor, token.text, token.figures);
      return found && operand(found.typed, token.isWhole && !token.hasExponent ? 'whole' : 'number');
    }
    case 'fraction':
      return fraction(token.top, token.bottom);
    case 'power':
      return cursor.fail('unreadable');
    case 'sign':
      return readGroup(cursor, token.sign);
  }
}

/** group = "(" sum ")" | "{" sum "}" */
function readGroup(cursor: Cursor, opening: string): Operand | undefined {
  const typed = isGroup(opening) ? readSum(cursor) : cursor.fail('unreadable');
  if (!typed) return undefined;
  if (cursor.sign() !== CLOSING[opening]) return cursor.fail('unreadable');
  cursor.advance();
  return operand(typed, 'other');
}

/** A number as `Number` reads it, unless a double cannot hold it: 1e999, or 1e-999, which is not 0. */
function literal(cursor: Cursor, text: string, figures: number, isPowerOfTen = false): Operand | undefined {
  const value = Number(text);
  const isLost = value === 0 && /^[^e]*[1-9]/u.test(text);
  if (!Number.isFinite(value) || isLost) return cursor.fail('unreadable');
  return operand(number(value, figures), 'number', isPowerOfTen);
}
