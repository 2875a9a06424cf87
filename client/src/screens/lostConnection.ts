import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Table } from '../table/table';

const lost = signal(false);

/** true while the open table has lost its connection, and tries again. */
export const isConnectionLost: ReadonlySignal<boolean> = lost;

/** Follows the connection of a table, until the returned function is called. */
export function followConnection({ state }: Table): () => void {
  const stop = effect(() => {
    lost.value = state.value.connection === 'lost';
  });
  return () => {
    stop();
    lost.value = false;
  };
}
