import type { PlayerView } from '@relay/shared/referee/view';

/** Tells whether any part of a question has been tried. */
export const hasTried = (seat: PlayerView['seat']): boolean =>
  Object.values(seat?.answers ?? {}).some((answer) => (answer?.tries ?? 0) > 0);
