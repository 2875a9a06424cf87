import { useEffect, useRef } from 'preact/hooks';

/** Detects a lost focus: its element has gone, or lies under an inert cover. */
export function isFocusLost(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest('[inert]') !== null;
}

/** Moves the focus to the main part of the page: the next Tab leads into it, not to the top of the page. */
export function focusMain(): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
}

/** Restores a lost focus to the main part of the page whenever `moment` changes. */
export function useKeptFocus(moment: string): void {
  const before = useRef(moment);
  useEffect(() => {
    if (before.current === moment) return;
    before.current = moment;
    if (isFocusLost()) focusMain();
  }, [moment]);
}
