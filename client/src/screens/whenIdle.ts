/** Longest wait for an idle moment, ms. */
const PATIENCE_MS = 2_000;

const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: PATIENCE_MS });
    else setTimeout(resolve, PATIENCE_MS / 4);
  });

/** Loads parts that are needed next, one after the other. What fails is loaded again when it is needed. */
export async function loadNext(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of parts) await load().catch(() => undefined);
}

/**
 * Loads parts that will be needed, one after the other, while the page has nothing else to do. What fails is loaded again
 * when it is needed.
 */
export async function loadWhenIdle(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of parts) {
    await idle();
    await load().catch(() => undefined);
  }
}
