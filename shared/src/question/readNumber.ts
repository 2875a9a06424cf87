import jsep from 'jsep';

/** Longest answer that is read at all, in characters as typed. */
export const MAX_ANSWER_LENGTH = 64;

/** A number read out of an answer, or nothing: what cannot be read costs no try. */
export type ReadNumber =
  | {
      readonly ok: true;
      readonly value: number;
      /** Significant figures of a plain number; null for a fraction or an expression, which count as exact enough. */
      readonly figures: number | null;
    }
  | { readonly ok: false };

const UNREADABLE: ReadNumber = { ok: false };
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/;

/** One spelling for everything that keyboards and phones make of minus, point, times and powers of ten. */
function normalise(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\u2212\u2010-\u2015\uFE63]/gu, '-')
    .replace(/\u30FC(?=[\d.])/gu, '-')
    .replace(/(?<=\d)[\u3001\u3002](?=\d)/gu, '.')
    .replace(/[\u00D7x*]10\^\(?([+-]?\d+)\)?/giu, 'e$1')
    .replace(/[\u2044\u2215\u00F7]/gu, '/')
    .replace(/[\u00D7\u00B7\u22C5]/gu, '*')
    .replace(/E/gu, 'e');
}

/** Digits that were really given: without leading zeros, sign, point and power of ten. */
function significantFigures(token: string): number {
  const digits = token.replace(/e.*$/u, '').replace('.', '');
  return Math.max(1, digits.replace(/^0+/u, '').length);
}

/**
 * Numbers of an expression, each checked against the grammar: the parser alone would take `0x10` or `1e999`.
 * A decimal comma is one comma in a number that has no point.
 */
function checkNumbers(text: string): string | undefined {
  let valid = true;
  const checked = text.replace(/[\d.,]+(?:e[+-]?\d*)?/gu, (token) => {
    const commas = token.split(',').length - 1;
    const withPoint = commas === 1 && !token.includes('.') ? token.replace(',', '.') : token;
    if (!NUMBER.test(withPoint)) valid = false;
    return withPoint;
  });
  return valid && /^[\d.e+\-*/()]+$/u.test(checked) ? checked : undefined;
}

/** Evaluates the whitelisted node kinds: numbers, + − * / and the two signs. Anything else is no arithmetic. */
function evaluate(node: jsep.Expression): number {
  switch (node.type) {
    case 'Literal': {
      const { value } = node as jsep.Literal;
      return typeof value === 'number' ? value : Number.NaN;
    }
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      if (operator === '-') return -evaluate(argument);
      return operator === '+' ? evaluate(argument) : Number.NaN;
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      const [a, b] = [evaluate(left), evaluate(right)];
      if (operator === '+') return a + b;
      if (operator === '-') return a - b;
      if (operator === '*') return a * b;
      return operator === '/' ? a / b : Number.NaN;
    }
    default:
      return Number.NaN;
  }
}

/**
 * Reads an answer as it was typed: a number, a fraction or a small expression, from any keyboard.
 *
 * @param raw  at most MAX_ANSWER_LENGTH characters; more is unreadable
 * @returns the value (always finite) and how many figures were given
 */
export function readNumber(raw: string): ReadNumber {
  if (raw.length > MAX_ANSWER_LENGTH) return UNREADABLE;
  const text = checkNumbers(normalise(raw));
  if (text === undefined) return UNREADABLE;
  const unsigned = text.replace(/^[+-]/u, '');
  const figures = NUMBER.test(unsigned) ? significantFigures(unsigned) : null;
  try {
    const value = evaluate(jsep(text));
    return Number.isFinite(value) ? { ok: true, value, figures } : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
