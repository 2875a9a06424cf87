import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../../../input/draft';
import { focusMain, isFocusLost } from '../../keptFocus';
import type { Standing } from './standing';
import type { Lines } from './useLines';

/** Keeps the focus on a usable element when a cover appears over the keys and when it goes. */
export function useAnswerFocus(
  { covered, openCard }: Standing,
  lines: readonly Line[],
  { fieldOf, isOpen }: Lines,
  onCloseMistake: () => void,
) {
  const hand = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const focusLine = (line: Line | undefined): void => {
    const field = fieldOf(line);
    const choice = form.current?.querySelector<HTMLElement>('[data-choice][aria-disabled="false"]');
    if (field) field.focus({ preventScroll: true });
    else if (choice) choice.focus({ preventScroll: true });
    else focusMain();
  };
  useEffect(() => {
    if (!isFocusLost()) return;
    const button = hand.current?.querySelector<HTMLElement>(':scope [data-cover] button');
    if (button) button.focus({ preventScroll: true });
    else if (covered !== 'nothing') focusLine(lines.at(-1));
  }, [covered]);
  const closeCard = (): void => {
    onCloseMistake();
    const part = openCard?.part as Line | undefined;
    focusLine(part && lines.includes(part) && isOpen(part) ? part : lines.find(isOpen));
  };
  return { hand, form, closeCard };
}
