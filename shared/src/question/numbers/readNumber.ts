import jsep from 'jsep';

/** Longest answer that is read, in characters as typed. */
export const MAX_ANSWER_LENGTH = 64;

/** An answer as an expression tree: numbers, signs and + − × ÷. */
export type Typed =
  | {
      readonly type: 'number';
      readonly value: number;
      /** Number of significant figures given. */
      readonly figures: number;
    }
  | { readonly type: 'negative'; readonly of: Typed }
  | { readonly type: Operator; readonly left: Typed; readonly right: Typed };
const OPERATORS = ['+', '-', '*', '/'] as const;
type Operator = (typeof OPERATORS)[number];

/** A number read out of an answer, or a failure to read one, which costs no try. */
export type ReadNumber =
  | {
      readonly ok: true;
      readonly value: number;
      /** Significant figures of a plain number; null for a fraction or an expression, which count as exact enough. */
      readonly figures: number | null;
      readonly typed: Typed;
    }
  | { readonly ok: false };

const UNREADABLE: ReadNumber = { ok: false };
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/;

/** Superscript digits: a power, never digits of the number. NFKC alone would make 102 of 10². */
const SUPERSCRIPTS = /[\u207A\u207B]?[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]+/gu;

/** Replaces all spellings of minus, point, times and powers of ten by one each. */
function normalise(raw: string): string {
  return (
    raw
      .replace(SUPERSCRIPTS, (digits) => `^${digits}`)
      // 1½ is neither 11/2 nor asked for.
      .replace(/(?<=\d)(?=[\u00BC-\u00BE\u2150-\u215E\u2189])/gu, '_')
      .normalize('NFKC')
      .replace(/[\s\u200B-\u200F\u2060\uFEFF]/gu, '')
      .replace(/[\u2212\u2010-\u2015\uFE63]/gu, '-')
      .replace(/\u30FC(?=[\d.])/gu, '-')
      .replace(/(?<=\d)[\u3001\u3002](?=\d)/gu, '.')
      .replace(/[\u00D7\u00B7\u22C5]/gu, '*')
      .replace(/[x*]10\^\(?([+-]?\d+)\)?/giu, 'e$1')
      .replace(/[\u2044\u2215\u00F7]/gu, '/')
      .replace(/E/gu, 'e')
  );
}

/** Number of digits given, without leading zeros, sign, point and power of ten. */
function significantFigures(token: string): number {
  const digits = token.replace(/e.*$/u, '').replace('.', '');
  return Math.max(1, digits.replace(/^0+/u, '').length);
}

/**
 * Checks the numbers of an expression against the grammar: the parser alone would accept `0x10` or `1e999`.
 * A decimal comma is one comma in a number that has no point: with two there is one point too many.
 */
function checkNumbers(text: string): string | undefined {
  let valid = true;
  const checked = text.replace(/[\d.,]+(?:e[+-]?\d*)?/gu, (token) => {
    const withPoint = token.replace(',', '.');
    if (!NUMBER.test(withPoint)) valid = false;
    return withPoint;
  });
  return valid && /^[\d.e+\-*/()]+$/u.test(checked) ? checked : undefined;
}

/** Converts the whitelisted node kinds: numbers, + − * / and the two signs. Other kinds are no arithmetic. */
function typedOf(node: jsep.Expression): Typed | undefined {
  switch (node.type) {
    case 'Literal': {
      const { value, raw } = node as jsep.Literal;
      return typeof value === 'number'
        ? { type: 'number', value, figures: significantFigures(raw) }
        : undefined;
    }
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      const of = typedOf(argument);
      if (operator === '+') return of;
      return operator === '-' && of ? { type: 'negative', of } : undefined;
    }
    case 'BinaryExpression': {
      const binary = node as jsep.BinaryExpression;
      const type = OPERATORS.find((operator) => operator === binary.operator);
      const [left, right] = [typedOf(binary.left), typedOf(binary.right)];
      return type && left && right ? { type, left, right } : undefined;
    }
    default:
      return undefined;
  }
}

/** Value of a typed expression. */
export function evaluate(typed: Typed): number {
  switch (typed.type) {
    case 'number':
      return typed.value;
    case 'negative':
      return -evaluate(typed.of);
    case '+':
      return evaluate(typed.left) + evaluate(typed.right);
    case '-':
      return evaluate(typed.left) - evaluate(typed.right);
    case '*':
      return evaluate(typed.left) * evaluate(typed.right);
    case '/':
      return evaluate(typed.left) / evaluate(typed.right);
  }
}

/**
 * Reads an answer as it was typed: a number, a fraction or a small expression, from any keyboard.
 *
 * @param raw  at most MAX_ANSWER_LENGTH characters; longer text is unreadable
 * @returns the value (always finite), the number of figures given, and the expression tree
 */
export function readNumber(raw: string): ReadNumber {
  if (raw.length > MAX_ANSWER_LENGTH) return UNREADABLE;
  const text = checkNumbers(normalise(raw));
  if (text === undefined) return UNREADABLE;
  const unsigned = text.replace(/^[+-]/u, '');
  const figures = NUMBER.test(unsigned) ? significantFigures(unsigned) : null;
  try {
    const typed = typedOf(jsep(text));
    const value = typed ? evaluate(typed) : Number.NaN;
    return typed && Number.isFinite(value) ? { ok: true, value, figures, typed } : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
