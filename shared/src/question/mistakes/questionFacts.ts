import type { Layer, Network } from '../../maths/network.ts';
import type { Facts } from '../facts.ts';

/** Facts of a question that the entries of several families ask for. */

/** Tells whether two values are equal but for the last bits. */
export const same = (a: number | null | undefined, b: number): boolean =>
  typeof a === 'number' && Math.abs(a - b) <= 1e-12 * Math.abs(b);

export const isOutput = ({ next }: Facts): boolean => next.length === 0;
const outputs = ({ layers }: Network): number => layers.at(-1)!.units;
export const nextSlopes = ({ situation, edge }: Facts): readonly number[] =>
  situation.truth.slopes[edge.layer] ?? [];
export const layerOf = ({ network, edge }: Facts): Layer => network.layers[edge.layer - 1]!;

/** Factor of y − t in ∂E/∂y; null where ∂E/∂y is another function. */
export function errorFactor(network: Network): number | null {
  if (network.loss === 'half-squared-error') return 1;
  if (network.loss === 'squared-error') return 2;
  return network.loss === 'mean-squared-error' ? 2 / outputs(network) : null;
}

/** Factors by which the squared losses of a network of this shape differ. */
export const factorsOfLoss = (network: Network): number[] => [
  2,
  1 / 2,
  ...(outputs(network) > 2 ? [1 / outputs(network)] : []),
];
