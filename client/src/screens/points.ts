import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Visibility of points: false where the host hides them or a round brings none. */
export const PointsContext = createContext(true);

export const usePoints = (): boolean => useContext(PointsContext);
