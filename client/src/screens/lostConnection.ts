import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Table, TableState } from '../table/table';

const lost = signal(false);
const trouble = signal<TableState['trouble']>(null);

/** true while the open table has lost its connection, and tries again. */
export const isConnectionLost: ReadonlySignal<boolean> = lost;

/** Reason for which the server does not let the open table in now, if it has named one. */
export const connectionTrouble: ReadonlySignal<TableState['trouble']> = trouble;

/** Follows the connection of a table, until the returned function is called. */
export function followConnection({ state }: Table): () => void {
  const stop = effect(() => {
    const { connection, trouble: named } = state.value;
    lost.value = connection === 'lost';
    trouble.value = connection === 'lost' || connection === 'connecting' ? named : null;
  });
  return () => {
    stop();
    lost.value = false;
    trouble.value = null;
  };
}
