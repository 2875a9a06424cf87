import { type ReadonlySignal, signal } from '@preact/signals';

const found = signal(false);

/** true once the server has reported another protocol version than this page's. Only a reload changes that. */
export const isVersionMismatch: ReadonlySignal<boolean> = found;

export function noteVersionMismatch(): void {
  found.value = true;
}
