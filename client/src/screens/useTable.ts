import { useEffect, useState } from 'preact/hooks';
import type { RoomEntry } from '../table/colyseusTable';
import type { Table } from '../table/table';
import { useGame } from './game';

/** Opens a table while the screen is shown; opens another one when the seat changes. */
export function useTable(seating: RoomEntry): Table | null {
  const { openTable } = useGame();
  const [table, setTable] = useState<Table | null>(null);
  const { role, code, token, player, nickname } = seating;
  useEffect(() => {
    const opened = openTable({ role, code, token, player, nickname });
    setTable(opened);
    return () => opened.close();
  }, [openTable, role, code, token]);
  return table;
}
