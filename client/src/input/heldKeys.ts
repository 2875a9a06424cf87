/**
 * Makes a held Enter press nothing after its first press: the browser would press the focused button again and again, and
 * with it send an answer, take a hint or go on, also on the page that the first press led to.
 */
export function ignoreHeldEnter(): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.repeat && event.key === 'Enter' && !event.isComposing) event.preventDefault();
    },
    true,
  );
}
