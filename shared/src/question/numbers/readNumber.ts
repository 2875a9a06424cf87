import { signsOf, type Signs } from './reading/characters.ts';
import { parse } from './reading/parser.ts';
import { type Doubt, tokensOf } from './reading/tokens.ts';
import { evaluate, figuresOf, isResultOf, type Typed } from './typed.ts';

export { evaluate } from './typed.ts';

/**
 * Longest answer that is read, in characters as typed: no working that the game writes is longer. The longest is the
 * arriving error of a unit before a layer of twelve, each number with 21 digits.
 */
export const MAX_ANSWER_LENGTH = 1_000;

/** A number read out of an answer. */
interface NumberRead {
  readonly ok: true;
  readonly value: number;
  /** Significant figures of a plain number; null for a fraction or an expression, which count as exact enough. */
  readonly figures: number | null;
  readonly typed: Typed;
}

/** A number read out of an answer, or a failure to read one, which costs no try. */
export type ReadNumber = NumberRead | { readonly ok: false };

/** Reason for reading no number. `ambiguous`: the text could mean two. */
export type Unread = Doubt | 'empty' | 'tooLong';

/** Beginning of a working in which a function gives the value: f(0.3775) = 0.5933. */
const FUNCTION = /^\s*(?:f[\u2032']?|softmax)\([^()=]*\)(?=\s*=)/u;
const QUOTED = /^["'](.*)["']$/u;

/** Signs of a text without the quotes around it. */
function withoutQuotes(signs: Signs): Signs {
  const inner = QUOTED.exec(signs.text)?.[1];
  return inner === undefined ? signs : { text: inner, scripts: signs.scripts.slice(1, -1) };
}

/** Sides of an equation: one of "= 0.5", "≈ 0.5" and "2 × 3 =", two of "2 × 3 = 6". */
function sidesOf({ text, scripts }: Signs): Signs[] {
  const start = /^[ _]*(?:[=≈~][ _]*)*/u.exec(text)![0].length;
  const end = Math.max(start, text.replace(/=?[ _]*$/u, '').length);
  const sides: Signs[] = [];
  let from = start;
  for (const side of text.slice(start, end).split(/[=≈]/u)) {
    sides.push({ text: side, scripts: scripts.slice(from, from + side.length) });
    from += side.length + 1;
  }
  return sides.map(withoutQuotes);
}

function readSide(side: Signs): Typed | Doubt {
  const tokens = tokensOf(side);
  return typeof tokens === 'string' ? tokens : parse(tokens);
}

/** The last side of an equation, where all others come to it. */
function readEquation(sides: readonly Signs[]): NumberRead | Doubt {
  const all: Typed[] = [];
  for (const side of sides.map(readSide)) {
    if (typeof side === 'string') return side;
    if (!Number.isFinite(evaluate(side))) return 'unreadable';
    all.push(side);
  }
  const last = all.at(-1)!;
  if (!all.slice(0, -1).every((side) => isResultOf(last, side))) return 'ambiguous';
  const working = all.find((side) => figuresOf(side) === null);
  return { ok: true, value: evaluate(last), figures: figuresOf(last), typed: working ?? last };
}

function read(raw: string): NumberRead | Unread {
  if (raw.length > MAX_ANSWER_LENGTH) return 'tooLong';
  const signs = signsOf(raw.replace(FUNCTION, ''));
  if (!signs) return 'unreadable';
  return signs.text === '' ? 'empty' : readEquation(sidesOf(withoutQuotes(signs)));
}

/**
 * Reads an answer as it was typed: a number, a fraction, a small expression or an equation, from any keyboard. The
 * grammar and the spellings are in docs/numbers.md. A text that could mean two numbers is not read.
 *
 * @param raw  at most MAX_ANSWER_LENGTH characters; longer text is unreadable
 * @returns the value (always finite), the number of figures given, and the expression tree
 */
export function readNumber(raw: string): ReadNumber {
  const found = read(raw);
  return typeof found === 'string' ? { ok: false } : found;
}

/** Reason for which a text is not read; null where it is. */
export function unreadReason(raw: string): Unread | null {
  const found = read(raw);
  return typeof found === 'string' ? found : null;
}
