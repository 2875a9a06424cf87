import { activate } from './activation.ts';
import { assertLength } from './assertLength.ts';
import type { ForwardPass, Matrix, Network, Vector } from './network.ts';
import { sumOfTerms } from './sumOfTerms.ts';

/**
 * Pre-activations of a layer: u_j = Σ_i w_ij·x_i + b_j.
 *
 * @param x_i   outputs of the previous layer, [from]
 * @param w_ij  weights, [from][to]
 * @param b_j   biases, [to]
 * @returns u_j, [to]
 * @throws {RangeError} shapes disagree
 */
export function preActivations(x_i: Vector, w_ij: Matrix, b_j: Vector): number[] {
  assertLength(w_ij, x_i.length, 'w_ij');
  return b_j.map((b, j) => sumOfTerms([...x_i.map((x, i) => x * w_ij[i]![j]!), b]));
}

/**
 * The forward pass: x → pre-activations → outputs, layer by layer.
 *
 * @param x  [inputs]
 * @throws {RangeError} x does not fit the network
 */
export function forward(network: Network, x: Vector): ForwardPass {
  assertLength(x, network.inputs, 'x');
  const sums: number[][] = [];
  const outputs: number[][] = [];
  let incoming: Vector = x;
  network.layers.forEach((layer, l) => {
    const u = preActivations(incoming, network.weights[l]!, network.biases[l]!);
    const a = activate(layer, u);
    sums.push(u);
    outputs.push(a);
    incoming = a;
  });
  return { x, sums, outputs };
}

/** Inputs of the units of `layer`: x for the first layer, else the outputs of the previous layer. [from] */
export function incomingOf(pass: ForwardPass, layer: number): Vector {
  return layer === 1 ? pass.x : pass.outputs[layer - 2]!;
}
