import { unitActivation } from '../maths/activations.ts';
import { forward } from '../maths/forward.ts';
import { lossOf } from '../maths/loss.ts';
import type { Network, Sample } from '../maths/network.ts';

/** E of one sample. */
export function lossAt(network: Network, { x, t }: Sample): number {
  return lossOf(network.loss, forward(network, x).outputs.at(-1)!, t);
}

/** Central difference (E(v+ε) − E(v−ε)) / 2ε, an estimate of the derivative. */
export function centralDifference(loss: (shift: number) => number, epsilon = 1e-5): number {
  return (loss(epsilon) - loss(-epsilon)) / (2 * epsilon);
}

/** The network with one weight moved; `w[l][from][to]`. */
export function withWeight(network: Network, l: number, from: number, to: number, shift: number): Network {
  const weights = network.weights.map((matrix, m) =>
    matrix.map((row, i) => row.map((w, j) => (m === l && i === from && j === to ? w + shift : w))),
  );
  return { ...network, weights };
}

/** The network with one bias moved, which moves that unit's pre-activation by as much. */
export function withBias(network: Network, l: number, to: number, shift: number): Network {
  const biases = network.biases.map((row, m) => row.map((b, j) => (m === l && j === to ? b + shift : b)));
  return { ...network, biases };
}

/** Smallest distance of a pre-activation from a kink of its activation, where finite differences are wrong. */
export function distanceToKink(network: Network, x: readonly number[]): number {
  const { sums } = forward(network, x);
  const distances = network.layers.flatMap((layer, l) =>
    unitActivation(layer.activation)?.shape === 'gate' ? sums[l]!.map(Math.abs) : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}
