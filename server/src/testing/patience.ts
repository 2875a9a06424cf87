import { vi } from 'vitest';

/** Longest wait of a test for something to happen. No assertion: it only ends a wait that nothing will ever end. */
const GIVE_UP_MS = 60_000;

const { waitFor } = vi;
/** Waits as long as a busy machine takes; on its own, vitest gives up after a second, which has no setting. */
vi.waitFor = (check, options) =>
  waitFor(check, { interval: 10, ...(typeof options === 'object' ? options : {}), timeout: GIVE_UP_MS });
