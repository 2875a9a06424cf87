import { forward } from './forward.ts';
import { lossOf } from './loss.ts';
import type { Network, Parameters, Sample } from './network.ts';
import type { EdgeRef } from './unit.ts';

/** Rounds to a multiple of `step`. Dividing by a whole 1/step keeps 0.1-steps free of 0.30000000000000004. */
export function snapTo(step: number, value: number): number {
  const perUnit = 1 / step;
  const whole = Math.round(perUnit);
  const snapped =
    Math.abs(perUnit - whole) < 1e-9 * perUnit
      ? Math.round(value * whole) / whole
      : Math.round(value / step) * step;
  return snapped === 0 ? 0 : snapped;
}

/**
 * One step of gradient descent: w ← w − η·∂E/∂w, rounded to `snap` where the network carries one.
 *
 * @param gradients  shaped as the network's parameters
 * @returns a new network; the old one is untouched. Biases stay when `updateBiases` is false.
 */
export function update(network: Network, gradients: Parameters): Network {
  const { learningRate: eta, snap } = network;
  const round = (value: number): number => (snap === null ? value : snapTo(snap, value));
  return {
    ...network,
    weights: network.weights.map((w, l) =>
      w.map((w_i, i) => w_i.map((w_ij, j) => round(w_ij - eta * gradients.weights[l]![i]![j]!))),
    ),
    biases: network.updateBiases
      ? network.biases.map((b, l) => b.map((b_j, j) => round(b_j - eta * gradients.biases[l]![j]!)))
      : network.biases,
  };
}

/** The network with one weight or bias set to `value`; the old one is untouched. */
export function withEdge(network: Network, { layer, from, to }: EdgeRef, value: number): Network {
  const l = layer - 1;
  if (from === 'bias') {
    const biases = network.biases.with(l, network.biases[l]!.with(to, value));
    return { ...network, biases };
  }
  const matrix = network.weights[l]!;
  const weights = network.weights.with(l, matrix.with(from, matrix[from]!.with(to, value)));
  return { ...network, weights };
}

/** Mean of E over samples. @throws {RangeError} no samples */
export function meanLoss(network: Network, samples: readonly Sample[]): number {
  if (samples.length === 0) throw new RangeError('no samples to take a mean loss of');
  const losses = samples.map(({ x, t }) => lossOf(network.loss, forward(network, x).outputs.at(-1)!, t));
  return losses.reduce((sum, loss) => sum + loss, 0) / samples.length;
}
