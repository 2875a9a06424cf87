import type { Situation } from '../../src/question/situation.ts';
import { readingDecimals } from '../../src/question/nudgedLoss.ts';
import { f } from './functions.ts';

/** E of the sample with one weight or bias moved, in full. */
export function dial(
  { network, sample }: Situation,
  edge: { layer: number; from: number | 'bias'; to: number },
  shift: number,
): number {
  let incoming = sample.x;
  network.layers.forEach((layer, l) => {
    const sums = network.biases[l]!.map((b, j) => {
      const isHere = l === edge.layer - 1 && j === edge.to;
      const own = b + (isHere && edge.from === 'bias' ? shift : 0);
      return incoming.reduce(
        (sum, x, i) => sum + x * (network.weights[l]![i]![j]! + (isHere && edge.from === i ? shift : 0)),
        own,
      );
    });
    incoming = sums.map((u) => f(layer, u, sums));
  });
  const squares = incoming.reduce((sum, y, k) => sum + (y - sample.t[k]!) ** 2, 0);
  if (network.loss === 'half-squared-error') return squares / 2;
  if (network.loss === 'squared-error') return squares;
  if (network.loss === 'mean-squared-error') return squares / incoming.length;
  return incoming.reduce((sum, y, k) => {
    const t = sample.t[k]!;
    const own = t === 0 ? 0 : t * Math.log(y);
    const other = network.loss === 'cross-entropy' || t === 1 ? 0 : (1 - t) * Math.log(1 - y);
    return sum - own - other;
  }, 0);
}

/** Unit of the last decimal in which the lever displays E, the same at every notch. */
export const unitRead = (E: (notch: number) => number): number =>
  10 ** -readingDecimals({ down: E(-1), here: E(0), up: E(1) });

/** E at a notch as the lever displays it. */
export function readAt(E: (notch: number) => number, notch: number): number {
  const unit = unitRead(E);
  return Math.round(E(notch) / unit) * unit;
}
