import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RoomEntry } from '../table/colyseusTable';
import type { LocalSessionOptions } from '../table/localTable';
import type { Table } from '../table/table';
import type { CreateStage } from '../view/stage';

/** What `main.tsx` hands to the screens: who draws, and who runs the referee. Screens know neither. */
export interface Game {
  readonly createStage: CreateStage;
  readonly openTable: (seating: RoomEntry) => Table;
  /** For one person, without a server. */
  readonly openLocalTable: (opening: LocalSessionOptions) => Table;
}

export const GameContext = createContext<Game | null>(null);

export function useGame(): Game {
  const game = useContext(GameContext);
  if (!game) throw new Error('no game around this screen');
  return game;
}
