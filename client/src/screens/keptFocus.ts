import { useEffect, useRef } from 'preact/hooks';

/** Whether what had the focus has gone, or lies under something where it cannot be used. */
export function isFocusLost(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest('[inert]') !== null;
}

/** The focus goes to the main part of the page: the next Tab leads into it, not to the top of the page. */
export function focusMain(): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
}

/** Where one part of a page makes room for another, the focus must not go down with it. */
export function useKeptFocus(moment: string): void {
  const before = useRef(moment);
  useEffect(() => {
    if (before.current === moment) return;
    before.current = moment;
    if (isFocusLost()) focusMain();
  }, [moment]);
}
