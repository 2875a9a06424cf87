import { isCrossEntropy, lossOf } from '../../maths/loss.ts';
import { num, valueOf } from '../expression.ts';
import type { Situation } from '../situation.ts';
import type { ContributionRule } from './working.ts';
import { arrival, ownValve } from './places.ts';
import { difference, slopeTerm } from './terms.ts';

/** E of the sample in question. */
export function lossIn({ network, pass, sample }: Situation): number {
  return lossOf(network.loss, pass.outputs.at(-1)!, sample.t);
}

/** ½, 2 and 1/K, which the squared losses differ by; none where the loss has no such factor. */
export function lossFactors({ network }: Situation): number[] {
  if (isCrossEntropy(network.loss)) return [];
  const outputs = network.layers.at(-1)!.units;
  return outputs > 2 ? [2, 1 / 2, 1 / outputs] : [2, 1 / 2];
}

/** What goes wrong with the loss and its slope. */
export const LOSS: readonly ContributionRule[] = [
  { id: 'sign', workings: () => [{ factor: -1 }], place: arrival },
  {
    id: 'loss-factor',
    workings: ({ situation }) => lossFactors(situation).map((factor) => ({ factor })),
    place: arrival,
  },
  { id: 'loss-value', workings: ({ situation }) => [{ S: num(lossIn(situation)) }], place: arrival },
  {
    id: 'loss-shortcut',
    workings: ({ next, network, situation, edge, slope, a, arriving }) => {
      if (next.length > 0) return [];
      const e = difference(situation, edge.to);
      if (!isCrossEntropy(network.loss)) {
        // Where f′ is 1 there is nothing to leave out.
        return slope === 1 && arriving === valueOf(e) ? [] : [{ S: e, slope: null }];
      }
      // A softmax has no f′ of one unit; who looks for one anyway takes the sigmoid's.
      const kept = slopeTerm({ units: 1, activation: 'sigmoid' }, slope ?? a * (1 - a), a);
      return [{ S: e, slope: kept }];
    },
    place: ownValve,
  },
];
