import type { Layer, LossName } from '../../src/maths/network.ts';
import { type Question, partUnit } from '../../src/question/question.ts';
import type { Situation } from '../../src/question/situation.ts';

/** Values that a student sees at the unit in question and around it. Indices as in the drawing, from 0. */
export interface Sight {
  readonly layer: Layer;
  readonly nextLayer: Layer | undefined;
  readonly loss: LossName;
  readonly eta: number;
  readonly isOutput: boolean;
  /** Own pre-activation, output, slope. */
  readonly u: number;
  readonly a: number;
  readonly slope: number;
  /** Inputs of the unit and their weights. */
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly b: number;
  /** Pre-activations of the previous units; empty at the first layer. */
  readonly before: readonly number[];
  /** Weights of all units of the layer: [from][to]. */
  readonly matrix: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly sums: readonly number[];
  readonly outputs: readonly number[];
  readonly slopes: readonly number[];
  /** Index of this unit in its layer. */
  readonly j: number;
  /** Units of the next layer: weight to it, its δ, its S, its slope. */
  readonly next: readonly {
    readonly w: number;
    readonly delta: number;
    readonly S: number;
    readonly slope: number;
  }[];
  readonly nextMatrix: readonly (readonly number[])[];
  /** Arriving error, from the loss or from the next layer. */
  readonly S: number;
  readonly delta: number;
  readonly deltas: readonly number[];
  readonly errors: readonly number[];
  readonly y: readonly number[];
  readonly t: readonly number[];
  readonly E: number;
  /** ◆: index of the input, 'bias', or null. */
  readonly from: number | 'bias' | null;
  readonly G: number;
  readonly past: number | null;
}

function lossOf(loss: LossName, y: readonly number[], t: readonly number[]): number {
  const squares = y.reduce((sum, one, k) => sum + (one - t[k]!) ** 2, 0);
  if (loss === 'half-squared-error') return squares / 2;
  if (loss === 'squared-error') return squares;
  if (loss === 'mean-squared-error') return squares / y.length;
  const log = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(b));
  const own = y.reduce((sum, one, k) => sum - log(t[k]!, one), 0);
  return loss === 'cross-entropy' ? own : own - y.reduce((sum, one, k) => sum + log(1 - t[k]!, 1 - one), 0);
}

/**
 * Values that are visible for a question, or for one unit that a part of it names. Given values are the game's own
 * (they are displayed); everything computed from them is the student's.
 */
export function sightOf(
  { network, pass, truth, sample, before }: Situation,
  question: Question,
  part: string,
): Sight {
  const name = partUnit(part as never);
  const unit = name === undefined ? question.unit : unitNamed(network.layers.length, name);
  const l = unit.layer - 1;
  const j = unit.index;
  const { edge } = question;
  const matrix = network.weights[l]!;
  const nextMatrix = network.weights[l + 1] ?? [];
  const isOutput = l === network.layers.length - 1;
  const y = pass.outputs.at(-1)!;
  const from = edge === null ? null : edge.from;
  const pick = (of: { weights: typeof network.weights; biases: typeof network.biases }): number =>
    from === null ? Number.NaN : from === 'bias' ? of.biases[l]![j]! : of.weights[l]![from]![j]!;
  return {
    layer: network.layers[l]!,
    nextLayer: network.layers[l + 1],
    loss: network.loss,
    eta: network.learningRate,
    isOutput,
    u: pass.sums[l]![j]!,
    a: pass.outputs[l]![j]!,
    slope: truth.slopes[l]?.[j] ?? Number.NaN,
    x: l === 0 ? pass.x : pass.outputs[l - 1]!,
    w: matrix.map((row) => row[j]!),
    b: network.biases[l]![j]!,
    before: l === 0 ? [] : pass.sums[l - 1]!,
    matrix,
    biases: network.biases[l]!,
    sums: pass.sums[l]!,
    outputs: pass.outputs[l]!,
    slopes: truth.slopes[l] ?? [],
    j,
    next: (nextMatrix[j] ?? []).map((w, k) => ({
      w,
      delta: truth.deltas[l + 1]![k]!,
      S: truth.arriving[l + 1]?.[k] ?? Number.NaN,
      slope: truth.slopes[l + 1]?.[k] ?? Number.NaN,
    })),
    nextMatrix,
    S: truth.arriving[l]?.[j] ?? Number.NaN,
    delta: truth.deltas[l]![j]!,
    deltas: truth.deltas[l]!,
    errors: truth.error ?? truth.deltas.at(-1)!,
    y,
    t: sample.t,
    E: lossOf(network.loss, y, sample.t),
    from,
    G: pick(truth.gradients),
    past: before === null ? null : pick(before),
  };
}

/** Layer and index of a unit from its name: h1, h2.1 or y1. */
function unitNamed(last: number, name: string): { layer: number; index: number } {
  const numbers = name.slice(1).split('.').map(Number);
  if (name.startsWith('y')) return { layer: last, index: numbers[0]! - 1 };
  return numbers.length === 2
    ? { layer: numbers[0]!, index: numbers[1]! - 1 }
    : { layer: 1, index: numbers[0]! - 1 };
}
