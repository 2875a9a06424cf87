import { type RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepStill } from './order';

interface StillOrder {
  /** Ids in the order to show. */
  readonly ids: readonly string[];
  /** True where the list would stand otherwise if it were drawn anew. */
  readonly isStale: boolean;
  /** Draws the list anew, although somebody may point at it. */
  readonly renew: () => void;
}

/** Tells whether the pointer or the focus is in an element. A finger counts until it touches something else. */
function useIsPointedAt(frame: RefObject<HTMLElement | null>): boolean {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    const isInside = (target: EventTarget | null): boolean =>
      target instanceof Node && (frame.current?.contains(target) ?? false);
    const point = ({ target }: Event): void => setPointed(isInside(target));
    const leave = (): void => setPointed(false);
    const focus = ({ target }: Event): void => setFocused(isInside(target));
    const blur = ({ relatedTarget }: FocusEvent): void => setFocused(isInside(relatedTarget));
    const { documentElement } = document;
    addEventListener('pointerover', point);
    addEventListener('pointerdown', point);
    documentElement.addEventListener('mouseleave', leave);
    addEventListener('focusin', focus);
    addEventListener('focusout', blur);
    return () => {
      removeEventListener('pointerover', point);
      removeEventListener('pointerdown', point);
      documentElement.removeEventListener('mouseleave', leave);
      removeEventListener('focusin', focus);
      removeEventListener('focusout', blur);
    };
  }, []);
  return isPointed || isFocused;
}

/**
 * Keeps the order of a list while the pointer or the focus is in it, so that no row moves away under a press.
 *
 * @param wanted  ids in the order of a list drawn anew
 * @param choice  identifies what the host has chosen to see; a change draws the list anew at once
 */
export function useStillOrder(
  frame: RefObject<HTMLElement | null>,
  wanted: readonly string[],
  choice: string,
  exists: (id: string) => boolean,
): StillOrder {
  const isHeld = useIsPointedAt(frame);
  const shown = useRef<{ readonly choice: string; readonly ids: readonly string[] }>({ choice, ids: [] });
  const [, redraw] = useState(0);
  const isKept = isHeld && shown.current.choice === choice;
  shown.current = { choice, ids: isKept ? keepStill(shown.current.ids, wanted, exists) : wanted };
  const { ids } = shown.current;
  return {
    ids,
    isStale: ids.join() !== wanted.join(),
    renew: () => {
      shown.current = { choice: '', ids: [] };
      redraw((count) => count + 1);
    },
  };
}
