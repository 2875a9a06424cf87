import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/**
 * Leaves out what matters least until the rest fits into its frame: the names of mistakes are as long as the class makes them.
 *
 * @param content  key of what there is to show; with another one everything is tried again
 * @param most  steps of leaving out that there are
 * @returns step to show, 0: everything
 */
export function useFitting(frame: RefObject<HTMLElement | null>, content: string, most: number): number {
  const [tried, setTried] = useState({ content, step: 0 });
  const step = tried.content === content ? tried.step : 0;
  useEffect(() => {
    // Also where only the frame has become smaller, as by a notice above the page.
    const watch = new ResizeObserver(() => setTried({ content: '', step: 0 }));
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    const { scrollHeight, clientHeight } = frame.current!;
    if (step < most && scrollHeight > clientHeight + 1) setTried({ content, step: step + 1 });
  });
  return step;
}
