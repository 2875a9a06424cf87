import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Seating } from '../table/colyseusTable';
import type { Opening } from '../table/localTable';
import type { Table } from '../table/table';
import type { CreateStage } from '../view/stage';

/** What `main.tsx` hands to the screens: who draws, and who runs the referee. Screens know neither. */
export interface Game {
  readonly createStage: CreateStage;
  readonly openTable: (seating: Seating) => Table;
  /** For one person, without a server. */
  readonly openLocalTable: (opening: Opening) => Table;
}

export const GameContext = createContext<Game | null>(null);

export function useGame(): Game {
  const game = useContext(GameContext);
  if (!game) throw new Error('no game around this screen');
  return game;
}
