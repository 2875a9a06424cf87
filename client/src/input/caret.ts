import { hasOpenEnd } from '@relay/shared/question/numbers/openEnd';

/** A line of text with a cursor or a selection in it. */
export interface Caret {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Inserts `piece` at the cursor, in place of the selection. */
export function insertAt({ text, start, end }: Caret, piece: string): Caret {
  const at = start + piece.length;
  return { text: text.slice(0, start) + piece + text.slice(end), start: at, end: at };
}

/** Deletes the selection, or else the character before the cursor. */
export function deleteBefore({ text, start, end }: Caret): Caret {
  const from = start === end ? Math.max(0, start - 1) : start;
  return { text: text.slice(0, from) + text.slice(end), start: from, end: from };
}

/**
 * Inserts a tapped value. The operator, × unless given, goes between it and a value before it; a negative value after
 * an operator gets brackets.
 */
export function insertValue(caret: Caret, value: string, operator: '×' | '÷' = '×'): Caret {
  const before = caret.text.slice(0, caret.start).trimEnd();
  if (before === '') return insertAt(caret, value);
  const isOpen = hasOpenEnd(before);
  const isNegative = value.startsWith('\u2212') || value.startsWith('-');
  const piece = isNegative && !/[(（{｛]$/u.test(before) ? `(${value})` : value;
  return insertAt(caret, isOpen ? piece : ` ${operator} ${piece}`);
}
