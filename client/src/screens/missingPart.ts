import { type ReadonlySignal, signal } from '@preact/signals';

const missing = signal(false);

/** true once a part of the page could not be loaded: the server was away, or has other files now. Only a reload changes that. */
export const isPartMissing: ReadonlySignal<boolean> = missing;

/** Says on the page that a part is missing. The console says why: it may also be a fault of the part itself. */
export function notePartMissing(reason: unknown): void {
  console.error(reason);
  missing.value = true;
}
