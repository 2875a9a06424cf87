import { forward } from '../maths/forward.ts';
import { lossOf } from '../maths/loss.ts';
import { withEdge } from '../maths/update.ts';
import type { Facts } from './facts.ts';
import type { Situation } from './situation.ts';

/** Distance by which the lever moves the weight at one notch. */
export const NUDGE_STEP = 0.1;

/** Number of notches of the lever to each side. */
export const NOTCHES = 5;

/** E with the weight of `facts` moved by `shift`. */
export function nudgedLoss({ network, sample }: Situation, { edge, w }: Facts, shift: number): number {
  const moved = withEdge(network, edge, w + shift);
  return lossOf(network.loss, forward(moved, sample.x).outputs.at(-1)!, sample.t);
}
