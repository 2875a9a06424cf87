import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Table, TableState } from '../table/table';

const lost = signal(false);
const trouble = signal<TableState['trouble']>(null);

/** true while the open table has lost its connection, and tries again. */
export const isConnectionLost: ReadonlySignal<boolean> = lost;

/** Reason for which the open table cannot get in now, if it is known. */
export const connectionTrouble: ReadonlySignal<TableState['trouble']> = trouble;

/** Follows the connection of a table, until the returned function is called. */
export function followConnection({ state }: Table): () => void {
  const stop = effect(() => {
    const { connection, trouble: named } = state.value;
    lost.value = connection === 'lost';
    const isOut = connection === 'lost' || connection === 'connecting';
    // A page that was in says that its connection is gone; that nothing answers is no news then.
    trouble.value = isOut && !(lost.value && named === 'noAnswer') ? named : null;
  });
  return () => {
    stop();
    lost.value = false;
    trouble.value = null;
  };
}
