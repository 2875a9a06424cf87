/**
 * The network as plain data, without methods, so that it can be part of an event.
 *
 * Index order is `w[from][to]` everywhere. Layer 0 is the input layer; `layers[0]` is the first layer after it.
 */

import type { ActivationName } from './activations.ts';

export { ACTIVATION_NAMES, type ActivationName } from './activations.ts';

export type Vector = readonly number[];
/** Rows = from, columns = to, where it holds weights; otherwise [layer][unit]. */
export type Matrix = readonly Vector[];

export const LOSS_NAMES = [
  'half-squared-error',
  'squared-error',
  'mean-squared-error',
  'binary-cross-entropy',
  'cross-entropy',
] as const;
export type LossName = (typeof LOSS_NAMES)[number];

/** A layer after the input. `slope` and `up` belong to leaky-relu only. */
export interface Layer {
  readonly units: number;
  readonly activation: ActivationName;
  /** f′ where the sum is not positive. */
  readonly slope?: number;
  /** f′ where the sum is positive; absent: 1. */
  readonly up?: number;
}

/** Trainable parameters. */
export interface Parameters {
  /** [layer after the input][from][to] */
  readonly weights: readonly Matrix[];
  /** [layer after the input][to] */
  readonly biases: Matrix;
}

export interface Network extends Parameters {
  /** Number of input units. */
  readonly inputs: number;
  /** Layers after the input. */
  readonly layers: readonly Layer[];
  readonly loss: LossName;
  readonly learningRate: number;
  readonly updateBiases: boolean;
  /** Weights and biases are rounded to this step after an update; null: not rounded. */
  readonly snap: number | null;
}

/** A training sample. x: [inputs], t: [outputs]. */
export interface Sample {
  readonly x: Vector;
  readonly t: Vector;
}

/** Result of the forward pass. One row per layer after the input. */
export interface ForwardPass {
  readonly x: Vector;
  /** Pre-activations, [layer][unit]. */
  readonly sums: Matrix;
  /** Activations f(sum), [layer][unit]. */
  readonly outputs: Matrix;
}

/**
 * Result of the backward pass. One row per layer after the input.
 *
 * With softmax the set of three does not suffice at the outputs: `error`, the last row of `arriving` and the last
 * row of `slopes` are null there, and δ = y − t.
 */
export interface BackwardPass {
  /** ∂E/∂y, [output]. */
  readonly error: Vector | null;
  /** Arriving error S before f′, [layer][unit]. At the outputs it equals `error`. */
  readonly arriving: readonly (Vector | null)[];
  /** f′(sum), [layer][unit]. */
  readonly slopes: readonly (Vector | null)[];
  /** δ = +∂E/∂sum, [layer][unit]. */
  readonly deltas: Matrix;
  /** ∂E/∂w and ∂E/∂b, shaped as the parameters. */
  readonly gradients: Parameters;
}

/** Number of units of a layer, 0 being the input layer. */
export function unitsInLayer(network: Network, layer: number): number {
  return layer === 0 ? network.inputs : network.layers[layer - 1]!.units;
}

/** Index of the output layer (the input layer is 0). */
export function outputLayer(network: Network): number {
  return network.layers.length;
}
