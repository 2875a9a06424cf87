import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import type { BackwardPass, Network, Sample } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import type { Truth } from '../../question/question.ts';

/**
 * Backward pass of a sample in a network. The oracle shares no code but shared/src/maths, which is checked by central
 * differences and by other libraries; the referee's own results are computed again.
 */
export function truthOf(network: Network, { x, t }: Sample): BackwardPass {
  return backward(network, forward(network, x), t);
}

export function gradientAt({ gradients }: BackwardPass, { layer, from, to }: EdgeRef): number {
  return from === 'bias' ? gradients.biases[layer - 1]![to]! : gradients.weights[layer - 1]![from]![to]!;
}

/** Tells whether the truths of a question about ◆ are those of the sample. */
export function isTrue(truth: Truth, back: BackwardPass, edge: EdgeRef): boolean {
  const S = back.arriving[edge.layer - 1]?.[edge.to];
  return (
    (truth.G === undefined || truth.G === gradientAt(back, edge)) &&
    (truth.delta === undefined || truth.delta === back.deltas[edge.layer - 1]![edge.to]) &&
    (truth.S === undefined || truth.S === null || truth.S === S)
  );
}
