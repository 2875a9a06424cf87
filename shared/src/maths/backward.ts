import { slopesOf } from './activation.ts';
import { assertLength } from './assertLength.ts';
import { incomingOf } from './forward.ts';
import { errorOf, isCrossEntropy } from './loss.ts';
import type { BackwardPass, ForwardPass, Matrix, Network, Parameters, Vector } from './network.ts';
import { sumOfTerms } from './sumOfTerms.ts';

/** a·b, never −0: JSON would turn −0 into 0, and a replayed log must give the same state bit for bit. */
const times = (a: number, b: number): number => a * b + 0;

/**
 * The error that arrives at each unit of a layer, summed: S_j = Σ_k w_jk·δ_k.
 *
 * @param w_jk     weights out of the layer, [unit][next]
 * @param delta_k  ∂E/∂u of the next layer, [next]
 * @returns S_j, [unit]; unit: loss per unit of activation
 * @throws {RangeError} shapes disagree
 */
export function arrivingErrors(w_jk: Matrix, delta_k: Vector): number[] {
  return w_jk.map((w_j, j) => {
    assertLength(w_j, delta_k.length, `w_jk[${j}]`);
    return sumOfTerms(w_j.map((w, k) => w * delta_k[k]!));
  });
}

/** ∂E/∂w_ij = δ_j·x_i. x_i: [from], delta_j: [to] → [from][to] */
function weightGradients(x_i: Vector, delta_j: Vector): number[][] {
  return x_i.map((x) => delta_j.map((delta) => times(delta, x)));
}

/**
 * The backward pass of one sample: the set of three of every unit, last layer first.
 *
 * Pure: depends on its arguments only; weights in the backward pass are those of the forward pass.
 *
 * @param pass  result of `forward(network, x)`
 * @param t     target, [outputs]
 * @returns S, f′, δ and the gradients; δ = +∂E/∂u
 * @throws {RangeError} t does not fit the network
 */
export function backward(network: Network, pass: ForwardPass, t: Vector): BackwardPass {
  const last = network.layers.length - 1;
  const y = pass.outputs[last]!;
  assertLength(t, y.length, 't');
  const usesSoftmax = network.layers[last]!.activation === 'softmax';
  const error = usesSoftmax ? null : errorOf(network.loss, y, t);
  const slopes = network.layers.map((layer, l) => slopesOf(layer, pass.sums[l]!));

  // Filled from the last layer to the first.
  const arriving: (Vector | null)[] = [];
  const deltas: Vector[] = [];
  arriving[last] = error;
  deltas[last] = isCrossEntropy(network.loss)
    ? y.map((y_k, k) => y_k - t[k]!)
    : error!.map((error_k, k) => times(error_k, slopes[last]![k]!));
  for (let l = last - 1; l >= 0; l--) {
    const S_j = arrivingErrors(network.weights[l + 1]!, deltas[l + 1]!);
    arriving[l] = S_j;
    deltas[l] = S_j.map((S, j) => times(S, slopes[l]![j]!));
  }
  const weights = deltas.map((delta_j, l) => weightGradients(incomingOf(pass, l + 1), delta_j));
  return { error, arriving, slopes, deltas, gradients: { weights, biases: deltas } };
}

/** Mean of gradients over a batch. @throws {RangeError} the batch is empty */
export function meanGradients(batch: readonly Parameters[]): Parameters {
  const first = batch[0];
  if (!first) throw new RangeError('a batch of no sample has no mean gradient');
  const mean = (pick: (gradients: Parameters) => number): number =>
    batch.reduce((sum, gradients) => sum + pick(gradients), 0) / batch.length;
  return {
    weights: first.weights.map((matrix, l) =>
      matrix.map((row, i) => row.map((_, j) => mean((gradients) => gradients.weights[l]![i]![j]!))),
    ),
    biases: first.biases.map((row, l) => row.map((_, j) => mean((gradients) => gradients.biases[l]![j]!))),
  };
}
