/** A line of text with a cursor or a selection in it. */
export interface Caret {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts `piece` where the cursor is, over what is selected. */
export function insertAt({ text, start, end }: Caret, piece: string): Caret {
  const at = start + piece.length;
  return { text: text.slice(0, start) + piece + text.slice(end), start: at, end: at };
}

/** Takes away what is selected, or the character before the cursor. */
export function deleteBefore({ text, start, end }: Caret): Caret {
  const from = start === end ? Math.max(0, start - 1) : start;
  return { text: text.slice(0, from) + text.slice(end), start: from, end: from };
}

const ENDS_OPEN = /[+\u2212\-×÷*/(]\s*$/u;

/**
 * A value that is tapped into a line. Two values side by side are a product here, so a × is put between them where no
 * other operator is meant; a negative value after an operator gets brackets.
 */
export function insertValue(caret: Caret, value: string, operator: '×' | '÷' = '×'): Caret {
  const before = caret.text.slice(0, caret.start).trimEnd();
  if (before === '') return insertAt(caret, value);
  const isOpen = ENDS_OPEN.test(before);
  const isNegative = value.startsWith('\u2212') || value.startsWith('-');
  const piece = isNegative && !before.endsWith('(') ? `(${value})` : value;
  return insertAt(caret, isOpen ? piece : ` ${operator} ${piece}`);
}
