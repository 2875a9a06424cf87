import { createRef, type RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { isSettled } from '@relay/shared/referee/round/progress';
import type { PlayerView } from '@relay/shared/referee/view';
import type { AnswerForm } from '../../../input/answerForm';
import { type Caret, insertValue } from '../../../input/caret';
import type { Line } from '../../../input/draft';
import type { Insert } from './tapToInsert';

type Field = HTMLInputElement | null | undefined;

export interface Lines {
  readonly refOf: (line: Line) => RefObject<HTMLInputElement | null>;
  readonly fieldOf: (line: Line | undefined) => Field;
  readonly isOpen: (line: Line) => boolean;
  /** Edits the line in use, or the first open one. */
  readonly edit: (change: (caret: Caret) => Caret) => HTMLInputElement | null;
  readonly insert: Insert;
}

/** Lines of a question: the one in use, and edits by keys and taps. */
export function useLines(
  sheet: AnswerForm,
  seat: NonNullable<PlayerView['seat']>,
  lines: readonly Line[],
): Lines {
  const fields = useMemo(
    () => new Map(lines.map((line) => [line, createRef<HTMLInputElement>()])),
    [lines.join(' ')],
  );
  const fieldOf = (line: Line | undefined): Field => line && fields.get(line)?.current;
  const isOpen = (line: Line): boolean => !isSettled(seat.answers[line]);

  const activeLine = (): Line | undefined => {
    const focused = sheet.focus.value;
    return focused && isOpen(focused) && fieldOf(focused)
      ? focused
      : lines.find((line) => isOpen(line) && fieldOf(line));
  };
  const edit: Lines['edit'] = (change) => {
    const line = activeLine();
    const field = fieldOf(line);
    if (!line || !field) return null;
    const { value } = field;
    const isFocused = document.activeElement === field;
    const start = isFocused ? (field.selectionStart ?? value.length) : value.length;
    const end = isFocused ? (field.selectionEnd ?? value.length) : value.length;
    const caret = change({ text: value, start, end });
    field.value = caret.text;
    sheet.type(line, caret.text);
    // A keyboard user in the list of values stays there.
    if (document.activeElement?.closest('[data-places]')) return field;
    field.focus({ preventScroll: true });
    field.setSelectionRange(caret.start, caret.end);
    return field;
  };

  // A line put right passes the cursor on to the next one, if it had the cursor.
  const rightCount = lines.filter((line) => seat.answers[line]?.right).length;
  useEffect(() => {
    const focused = sheet.focus.peek();
    if (!focused || isOpen(focused) || document.activeElement !== fieldOf(focused)) return;
    fieldOf(lines.find(isOpen))?.focus({ preventScroll: true });
  }, [rightCount]);

  return {
    refOf: (line) => fields.get(line)!,
    fieldOf,
    isOpen,
    edit,
    insert: (value, operator) => edit((caret) => insertValue(caret, value, operator)),
  };
}
