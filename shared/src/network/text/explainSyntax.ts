import { type FileFault, type PlacedFaultId, placeOf } from './fault.ts';

/** Bracket that is open at some place. */
export interface Bracket {
  readonly sign: '{' | '[';
  readonly offset: number;
}

/** First error of a parser, and what was open there. */
export interface FirstError {
  /** Name of the error in jsonc-parser. */
  readonly code: string;
  readonly offset: number;
  readonly length: number;
  /** Outermost bracket first. */
  readonly open: readonly Bracket[];
  /** True where the outermost value has ended before. */
  readonly isAfterEnd: boolean;
}

interface Found {
  readonly id: PlacedFaultId;
  readonly at: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Text around an error. */
interface Around extends FirstError {
  readonly text: string;
  /** Character at the error; empty at the end of the text. */
  readonly sign: string;
  /** Characters that belong to one number or word with it, and where they begin. */
  readonly run: string;
  readonly runAt: number;
  /** Last index before the error that is no white space; −1 where there is none. */
  readonly before: number;
}

/** A cause of errors: tells whether it is the one. */
type Cause = (around: Around) => Found | undefined;

const CLOSING = { '{': '}', '[': ']' } as const;
const LONGEST_SHOWN = 20;
const QUOTES = /^["'`´‘’‚“”„‟«»「」『』＂＇]/u;
const CURLY = /[“”„‟＂]/u;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/iu;
const LIKE_A_NUMBER = /^(?:[+-]?\.?\d|[+.-]+$)/u;
const NO_SUCH_NUMBER = /^[+-]?(?:nan|inf(?:inity)?)$/iu;
const WORD = /^[\p{L}\p{N}_$][\p{L}\p{N}_$.-]*/u;
const SPACE = /^[\s\u200B-\u200D\u2060\uFEFF]/u;
/** Signs that stand for a minus, but are another character. */
const MINUS = /^[\u2010-\u2015\u2212\uFE63\uFF0D]/u;
// oxlint-disable-next-line no-control-regex -- the characters that a JSON text may not contain
const CONTROL = /[\u0000-\u001F]/u;
const BAD_ESCAPE = /(?<=(?<!\\)(?:\\\\)*)\\(?!["\\/bfnrt]|u[\da-f]{4})/iu;

const clipped = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

function around(text: string, error: FirstError): Around {
  const { offset } = error;
  const isOf = (index: number): boolean => /[\w.+\-/*^%]/u.test(text[index] ?? ' ');
  let [from, to] = [offset, offset];
  while (isOf(from - 1)) from--;
  while (isOf(to)) to++;
  return {
    ...error,
    text,
    sign: offset < text.length ? String.fromCodePoint(text.codePointAt(offset)!) : '',
    run: text.slice(from, to),
    runAt: from,
    before: text.slice(0, offset).trimEnd().length - 1,
  };
}

const comment: Cause = ({ code, sign, offset }) =>
  code === 'InvalidCommentToken' || sign === '#' ? { id: 'comment', at: offset } : undefined;

/** Quotation marks that are not straight double ones, at the beginning or at the end of a text. */
const quotes: Cause = ({ text, code, sign, offset, length }) => {
  if (sign !== '"' && QUOTES.test(sign)) return { id: 'quotes', at: offset, values: { found: sign } };
  const curly = code === 'UnexpectedEndOfString' ? CURLY.exec(text.slice(offset, offset + length)) : null;
  return curly ? { id: 'quotes', at: offset + curly.index, values: { found: curly[0] } } : undefined;
};

/** A file whose first character is none that a network begins with. */
const notJson: Cause = ({ text, open, isAfterEnd, before }) => {
  const start = text.search(/\S/u);
  const begins = text.codePointAt(start)!;
  const isOther =
    open.length === 0 && text[start] !== '{' && text[start] !== '[' && (isAfterEnd || before < 0);
  return isOther ? { id: 'notJson', at: start, values: { found: String.fromCodePoint(begins) } } : undefined;
};

const ofText: Cause = ({ text, code, offset, length }) => {
  const whole = text.slice(offset, offset + length);
  if (code === 'UnexpectedEndOfString') return { id: 'unclosedText', at: offset };
  if (code === 'InvalidCharacter') return { id: 'control', at: offset + Math.max(0, whole.search(CONTROL)) };
  const isEscape = code === 'InvalidEscapeCharacter' || code === 'InvalidUnicode';
  return isEscape ? { id: 'escape', at: offset + Math.max(0, whole.search(BAD_ESCAPE)) } : undefined;
};

const unclosed: Cause = ({ text, open, offset }) => {
  const last = open.at(-1);
  if (!last || text.slice(offset).trim() !== '') return undefined;
  const values = {
    found: last.sign,
    missing: CLOSING[last.sign],
    last: placeOf(text, text.trimEnd().length).line,
  };
  return { id: 'unclosed', at: last.offset, values };
};

const afterEnd: Cause = ({ isAfterEnd, offset }) => (isAfterEnd ? { id: 'afterEnd', at: offset } : undefined);

const number: Cause = ({ run, runAt }) => {
  const values = { found: clipped(run) };
  if (NO_SUCH_NUMBER.test(run)) return { id: 'noSuchNumber', at: runAt, values };
  const isNumber = LIKE_A_NUMBER.test(run) && !JSON_NUMBER.test(run);
  return isNumber ? { id: 'number', at: runAt, values } : undefined;
};

/** A bracket or a comma, where something else should be. */
const punctuation: Cause = ({ text, sign, code, offset, before }) => {
  if (sign !== '}' && sign !== ']' && sign !== ',') return undefined;
  const values = { found: sign };
  if (text[before] === ':') return { id: 'missingValue', at: offset, values };
  if (code === 'ColonExpected') return { id: 'missingColon', at: offset, values };
  if (sign === ',') return { id: 'extraComma', at: offset };
  return text[before] === ',' ? { id: 'extraComma', at: before } : undefined;
};

/** A sign that belongs to other brackets than those that are open. */
const bracket: Cause = ({ text, sign, offset, open }) => {
  const last = open.at(-1);
  const isOther = last?.sign === '{' ? sign === ']' : sign === '}' || sign === ':';
  if (!last || !isOther) return undefined;
  const opened = { found: last.sign, missing: CLOSING[last.sign], wrong: sign };
  return { id: 'wrongBracket', at: offset, values: { ...opened, first: placeOf(text, last.offset).line } };
};

/** A character that only looks like the one that JSON needs. */
const lookalike: Cause = ({ sign, offset }) => {
  if (SPACE.test(sign)) {
    const found = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    return { id: 'plainSpace', at: offset, values: { found } };
  }
  const plain = MINUS.test(sign) ? '-' : sign.normalize('NFKC');
  const isOther = plain !== sign && /^[!-~]$/u.test(plain);
  return isOther ? { id: 'plainCharacter', at: offset, values: { found: sign, plain } } : undefined;
};

const word: Cause = ({ text, code, offset }) => {
  const found = WORD.exec(text.slice(offset))?.[0];
  const isOutOfPlace = code === 'InvalidSymbol' || code === 'PropertyNameExpected';
  return found && isOutOfPlace
    ? { id: 'bareWord', at: offset, values: { found: clipped(found) } }
    : undefined;
};

const missing: Cause = ({ code, offset, sign }) => {
  if (code === 'CommaExpected') return { id: 'missingComma', at: offset, values: { found: sign } };
  return code === 'ColonExpected' ? { id: 'missingColon', at: offset, values: { found: sign } } : undefined;
};

/** Causes in the order in which they are looked for. */
const CAUSES: readonly Cause[] = [
  comment,
  quotes,
  notJson,
  ofText,
  unclosed,
  afterEnd,
  number,
  punctuation,
  bracket,
  lookalike,
  word,
  missing,
];

/** Says what an error of a parser comes from. */
export function explainSyntax(text: string, error: FirstError): FileFault {
  const at = around(text, error);
  const found: Found = CAUSES.reduce<Found | undefined>((known, cause) => known ?? cause(at), undefined) ?? {
    id: 'unexpected',
    at: error.offset,
    values: { found: at.sign },
  };
  if (found.id === 'notJson' && text[found.at] === '<') return { id: 'html' };
  return { id: found.id, place: placeOf(text, found.at), values: found.values ?? {} };
}
