import { createContext } from 'preact';
import { useContext, useEffect, useReducer, useRef } from 'preact/hooks';
import { pageNow } from '../../table/pageClock';

/** Time for which a button that a press has just given another meaning ignores the next press: that of a double click, ms. */
const SETTLE_MS = 400;

/** False while the buttons that lead a session are settling. */
const SettledContext = createContext(true);
export const SettledProvider = SettledContext.Provider;
export const useIsSettled = (): boolean => useContext(SettledContext);

interface Presses {
  readonly isSettled: boolean;
  /** @returns whether a press counts, and whether it is the first at what the buttons mean now */
  readonly press: () => 'ignored' | 'first' | 'again';
}

/**
 * Keeps the second click of a double click from a button that the first one has given another meaning. A first press is
 * never ignored, also right after the clock or another console has led on.
 *
 * @param meaning  identifies what the buttons do now
 */
export function useSettled(meaning: string): Presses {
  const last = useRef({ meaning, isPressed: false, settlesAt: 0 });
  const [, drawAnew] = useReducer<number, void>((count) => count + 1, 0);
  if (last.current.meaning !== meaning) {
    const settlesAt = last.current.isPressed ? pageNow() + SETTLE_MS : 0;
    last.current = { meaning, isPressed: false, settlesAt };
  }
  const { settlesAt } = last.current;
  useEffect(() => {
    if (settlesAt <= pageNow()) return;
    const timer = setTimeout(drawAnew, Math.ceil(settlesAt - pageNow()));
    return () => clearTimeout(timer);
    // After every drawing: a timer may go off a little too early, and then the buttons have still not settled.
  });
  return {
    isSettled: pageNow() >= settlesAt,
    press: () => {
      const now = last.current;
      if (pageNow() < now.settlesAt) return 'ignored';
      const isAgain = now.isPressed;
      now.isPressed = true;
      return isAgain ? 'again' : 'first';
    },
  };
}
