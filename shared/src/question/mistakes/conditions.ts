import type { Layer, Network } from '../../maths/network.ts';
import { isBias } from '../../maths/unit.ts';
import type { Facts } from '../facts.ts';

/** Conditions under which mistakes have the same value, used by the entries of several families. */

/** Tells whether two values are equal but for the last bits. */
export const same = (a: number | null | undefined, b: number): boolean =>
  typeof a === 'number' && Math.abs(a - b) <= 1e-12 * Math.abs(b);

export const isOutput = ({ next }: Facts): boolean => next.length === 0;
export const outputs = ({ layers }: Network): number => layers.at(-1)!.units;
export const nextSlopes = ({ situation, edge }: Facts): readonly number[] =>
  situation.truth.slopes[edge.layer] ?? [];
export const layerOf = ({ network, edge }: Facts): Layer => network.layers[edge.layer - 1]!;

/** Pre-activation of the unit that the input comes from; NaN where there is none. */
export const previousPreActivation = ({ situation, edge }: Facts): number =>
  (isBias(edge) ? undefined : situation.pass.sums[edge.layer - 2]?.[edge.from]) ?? Number.NaN;

/** Factor of y − t in ∂E/∂y; null where ∂E/∂y is another function. */
export function errorFactor(network: Network): number | null {
  if (network.loss === 'half-squared-error') return 1;
  if (network.loss === 'squared-error') return 2;
  return network.loss === 'mean-squared-error' ? 2 / outputs(network) : null;
}

/** Two softmax outputs have opposite δ. */
export const isSoftmaxPair = (network: Network): boolean =>
  network.layers.at(-1)!.activation === 'softmax' && outputs(network) === 2;

/** Factors by which the squared losses of a network of this shape differ. */
export const factorsOfLoss = (network: Network): number[] => [
  2,
  1 / 2,
  ...(outputs(network) > 2 ? [1 / outputs(network)] : []),
];

export const isPowerOfTen = (value: number): boolean =>
  [0.1, 0.01, 0.001, 10, 100, 1000].some((power) => same(value, power));
