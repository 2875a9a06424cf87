import { type ReadonlySignal, signal } from '@preact/signals';

const found = signal(false);

/** Whether the server has said that it speaks another version of the wire than this page. Only a reload changes that. */
export const isVersionMismatch: ReadonlySignal<boolean> = found;

export function noteVersionMismatch(): void {
  found.value = true;
}
