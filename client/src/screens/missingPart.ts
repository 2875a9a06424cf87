import { type ReadonlySignal, signal } from '@preact/signals';

const missing = signal(false);

/** true once a part of the page could not be loaded: the server was away, or has other files now. Only a reload changes that. */
export const isPartMissing: ReadonlySignal<boolean> = missing;

export function notePartMissing(): void {
  missing.value = true;
}
