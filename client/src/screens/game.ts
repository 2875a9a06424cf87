import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RoomEntry } from '../table/colyseusTable';
import type { LocalSessionOptions } from '../table/localTable';
import type { Table } from '../table/table';
import type { CreateStage } from '../picture/stage';

/** Functions that `main.tsx` hands to the screens, so that these depend neither on Phaser nor on a server. */
export interface Game {
  readonly createStage: CreateStage;
  readonly openTable: (seating: RoomEntry) => Table;
  /** Opens a table for one person, without a server. */
  readonly openLocalTable: (opening: LocalSessionOptions) => Table;
}

export const GameContext = createContext<Game | null>(null);

export function useGame(): Game {
  const game = useContext(GameContext);
  if (!game) throw new Error('no game around this screen');
  return game;
}
