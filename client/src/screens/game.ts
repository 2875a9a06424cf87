import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RoomEntry } from '../table/colyseusTable';
import type { Table } from '../table/table';
import type { CreateStage } from '../picture/stage';

/**
 * Functions that `main.tsx` hands to the screens, so that these depend neither on Phaser nor on a server. The code of both
 * is loaded at the first call.
 */
export interface Game {
  readonly createStage: CreateStage;
  readonly openTable: (seating: RoomEntry) => Promise<Table>;
  /** Loads the code of `createStage` ahead. */
  readonly loadStage: () => Promise<unknown>;
  /** Loads the code of `openTable` ahead. */
  readonly loadTable: () => Promise<unknown>;
}

export const GameContext = createContext<Game | null>(null);

export function useGame(): Game {
  const game = useContext(GameContext);
  if (!game) throw new Error('no game around this screen');
  return game;
}
