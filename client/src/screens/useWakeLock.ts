import { useEffect } from 'preact/hooks';
import type { TableState } from '../table/table';

/**
 * Keeps the screen awake until the session ends, where the browser can do that: not over plain http, and not when it
 * declines, as with a low battery. A browser gives the lock up when the page is hidden, so it is asked for again when it
 * returns.
 */
export function useWakeLock(state: TableState | undefined): void {
  const stage = state?.view?.session['']?.stage;
  const isOn = stage !== undefined && stage !== 'ended' && state?.connection !== 'refused';
  useEffect(() => {
    const { wakeLock } = navigator as Partial<Navigator>;
    if (!isOn || !wakeLock) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    let isAsking = false;
    const ask = async (): Promise<void> => {
      if (isOver || isAsking || document.hidden || lock?.released === false) return;
      isAsking = true;
      lock = await wakeLock.request('screen').catch(() => null);
      isAsking = false;
      if (isOver) void lock?.release();
    };
    const onVisibility = (): void => void ask();
    void ask();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', onVisibility);
      void lock?.release();
    };
  }, [isOn]);
}
