import { forward } from '../maths/forward.ts';
import { lossOf } from '../maths/loss.ts';
import { withEdge } from '../maths/update.ts';
import type { Facts } from './facts.ts';
import { lastDecimal } from './numbers/decimals.ts';
import type { Situation } from './situation.ts';

/** Distance by which the lever moves the weight at one notch. */
export const NUDGE_STEP = 0.1;
/** Significant figures of E, and of its difference from notch to notch, that the shown E has at least. */
const FIGURES_OF_LOSS = 4;
const FIGURES_OF_DIFFERENCE = 3;
/** Limit of decimals of E: a difference smaller than 1e-8 is read with fewer figures. */
const MAX_DECIMALS = 10;
/** Difference, in relation to E, up to which two losses are equal but for rounding. */
const NO_DIFFERENCE = 1e-12;

/** Number of notches of the lever to each side. */
export const NOTCHES = 5;

/** E with the weight of `facts` moved by `shift`. */
export function nudgedLoss({ network, sample }: Situation, { edge, w }: Facts, shift: number): number {
  const moved = withEdge(network, edge, w + shift);
  return lossOf(network.loss, forward(moved, sample.x).outputs.at(-1)!, sample.t);
}

/** Number of decimals in which a value has so many significant figures; none are needed for 0. */
const decimalsIn = (value: number, figures: number): number =>
  value === 0 ? 0 : lastDecimal(value, figures);

/**
 * Number of decimals in which E is shown at every notch: enough to read its difference from notch to notch beside the
 * rest with 3 figures. Two such readings are off by at most one unit of the last decimal together.
 *
 * @param losses  E one notch down, at rest, one notch up
 */
export function readingDecimals({
  down,
  here,
  up,
}: Readonly<Record<'down' | 'here' | 'up', number>>): number {
  const largest = Math.max(0, ...[down, here, up].map(Math.abs).filter(Number.isFinite));
  const differences = [up - here, here - down].filter(
    (difference) => Number.isFinite(difference) && Math.abs(difference) > NO_DIFFERENCE * largest,
  );
  const wanted = [
    decimalsIn(largest, FIGURES_OF_LOSS),
    ...differences.map((difference) => decimalsIn(difference, FIGURES_OF_DIFFERENCE)),
  ];
  return Math.min(MAX_DECIMALS, Math.max(0, ...wanted));
}
