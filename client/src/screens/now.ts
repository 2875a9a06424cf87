import { signal } from '@preact/signals';
import { pageNow } from '../table/pageClock';

const TICK_MS = 250;

const current = signal(pageNow());
setInterval(() => {
  if (!document.hidden) current.value = pageNow();
}, TICK_MS);

/** Time of this page, ms since the epoch. Components that read it are drawn again four times a second. */
export const now = (): number => current.value;
