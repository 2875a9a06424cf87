import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import { lossOf } from '../maths/loss.ts';
import type { Matrix, Network, Parameters, Sample, Vector } from '../maths/network.ts';
import { update } from '../maths/update.ts';

/** Values of one training step on one sample. One row per layer after the input. */
export interface Solution {
  readonly sums: Matrix;
  readonly outputs: Matrix;
  readonly loss: number;
  /** ∂E/∂y; null with softmax. */
  readonly error: Vector | null;
  /** Arriving error S, before f′. */
  readonly arriving: readonly (Vector | null)[];
  readonly slopes: readonly (Vector | null)[];
  readonly deltas: Matrix;
  readonly gradients: Parameters;
  /** Parameters after one step, rounded to `snap`. */
  readonly updated: Parameters;
  /** E of the same sample with the updated parameters. */
  readonly lossAfter: number;
}

/** Computes one training step on one sample with all values. @throws {RangeError} the sample does not fit */
export function solve(network: Network, { x, t }: Sample): Solution {
  const pass = forward(network, x);
  const { error, arriving, slopes, deltas, gradients } = backward(network, pass, t);
  const after = update(network, gradients);
  return {
    sums: pass.sums,
    outputs: pass.outputs,
    loss: lossOf(network.loss, pass.outputs.at(-1)!, t),
    error,
    arriving,
    slopes,
    deltas,
    gradients,
    updated: { weights: after.weights, biases: after.biases },
    lossAfter: lossOf(network.loss, forward(after, x).outputs.at(-1)!, t),
  };
}

/** Path of the first number that is not finite (`sums[1][0]`); undefined where all are finite. */
export function notFiniteAt(value: unknown, path = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : `${path === '' ? '' : '.'}${key}`;
    const found = notFiniteAt(inner, path + step);
    if (found !== undefined) return found;
  }
  return undefined;
}
