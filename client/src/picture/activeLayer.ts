import { outputLayer } from '@relay/shared/maths/network';
import type { LaneView, PublicView, RunView } from '@relay/shared/referee/view';

/** Layer whose turn it is in a lane, and its progress. */
export interface ActiveLayer {
  readonly layer: number;
  readonly isOutput: boolean;
  /** Players of that layer who have answered, and (`asked`) all of them, over all lanes with the same inputs. */
  readonly ready: number;
  readonly asked: number;
  readonly deadlineAt: number;
}

/** Active layer of a lane. @returns null when all layers answer at once, or all have closed */
export function activeLayer(view: PublicView, run: string, lane: number): ActiveLayer | null {
  const own = view.lanes[`${run}/${lane}`];
  const network = view.networks[run];
  if (!own?.turn || !network) return null;
  const { layer, deadlineAt } = own.turn;
  const { ready, asked } = view.turns[`${run}/${lane}`] ?? { ready: 0, asked: 0 };
  return { layer, isOutput: layer === outputLayer(network), ready, asked, deadlineAt };
}

/** Tells whether the turn of a layer is still to come. */
export function isLayerWaiting(lane: LaneView, way: 'forward' | 'backward', layer: number): boolean {
  const { turn, closed } = lane;
  if (!turn || layer === 0) return false;
  if (closed.some((one) => one.layer === layer)) return false;
  return way === 'forward' ? layer > turn.layer : layer < turn.layer;
}

/** Number of values that have been corrected in a lane so far. */
export const correctedIn = ({ closed }: Pick<LaneView, 'closed'>): number =>
  closed.reduce((sum, { corrected }) => sum + corrected, 0);

/** Deadline shown for a run: of the last of its lanes' turns when layers take turns; null: no clock. */
export function publicClock(view: PublicView, { id, isByLayer, deadlines, lanes }: RunView): number | null {
  if (!isByLayer) return Math.max(deadlines.hidden, deadlines.output);
  const turns = Array.from({ length: lanes }, (_, lane) => view.lanes[`${id}/${lane}`]?.turn ?? []).flat();
  return turns.length > 0 ? Math.max(...turns.map(({ deadlineAt }) => deadlineAt)) : null;
}
