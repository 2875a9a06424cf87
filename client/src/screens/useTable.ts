import { useEffect, useState } from 'preact/hooks';
import type { RoomEntry } from '../table/colyseusTable';
import type { Table } from '../table/table';
import { useGame } from './game';
import { followConnection } from './lostConnection';
import { notePartMissing } from './missingPart';

/** Opens a table while the screen is shown; opens another one when the seat changes. Null until its code is there. */
export function useTable(seating: RoomEntry): Table | null {
  const { openTable } = useGame();
  const [table, setTable] = useState<Table | null>(null);
  const { role, code, token, player, nickname } = seating;
  useEffect(() => {
    let isGone = false;
    let opened: Table | null = null;
    openTable({ role, code, token, player, nickname }).then((ready) => {
      if (isGone) {
        ready.close();
        return;
      }
      opened = ready;
      setTable(ready);
    }, notePartMissing);
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [openTable, role, code, token]);
  useEffect(() => (table ? followConnection(table) : undefined), [table]);
  return table;
}
