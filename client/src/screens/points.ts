import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether points are to be seen: not where the host hides them, nor where a round brings none. */
export const PointsContext = createContext(true);

export const usePoints = (): boolean => useContext(PointsContext);
