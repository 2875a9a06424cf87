import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { randomAt } from '../referee/random.ts';
import { UNIT_ACTIVATION_NAMES } from './activations.ts';
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import type { ActivationName, LossName, Network } from './network.ts';

/** Comparison with an independent library: the same network in TensorFlow.js, with gradients from its own autodiff. */

/** Slopes of leaky relu; other functions ignore them. */
const SIDES = { slope: 0.1, up: 0.8 };

const F: Record<ActivationName, (u: tf.Tensor) => tf.Tensor> = {
  identity: (u) => u,
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  relu: tf.relu,
  'leaky-relu': (u) => tf.leakyRelu(u, SIDES.slope / SIDES.up).mul(SIDES.up),
  softplus: tf.softplus,
  softmax: (u) => tf.softmax(u),
};

const E: Record<LossName, (y: tf.Tensor, t: tf.Tensor) => tf.Tensor> = {
  'half-squared-error': (y, t) => y.sub(t).square().sum().div(2),
  'squared-error': (y, t) => y.sub(t).square().sum(),
  'mean-squared-error': (y, t) => y.sub(t).square().mean(),
  'binary-cross-entropy': (y, t) =>
    t
      .mul(y.log())
      .add(tf.scalar(1).sub(t).mul(tf.scalar(1).sub(y).log()))
      .sum()
      .neg(),
  'cross-entropy': (y, t) => t.mul(y.log()).sum().neg(),
};

type Case = [string, readonly number[], readonly ActivationName[], LossName];
const CASES: readonly Case[] = [
  ['2-3-2 sigmoid', [2, 3, 2], ['sigmoid', 'sigmoid'], 'half-squared-error'],
  ['3-4-4-2 mixed', [3, 4, 4, 2], ['tanh', 'leaky-relu', 'identity'], 'squared-error'],
  ['2-3-3-3-1 deep', [2, 3, 3, 3, 1], ['softplus', 'tanh', 'sigmoid', 'softplus'], 'mean-squared-error'],
  ['2-4-3 binary cross-entropy', [2, 4, 3], ['relu', 'sigmoid'], 'binary-cross-entropy'],
  ['2-4-3 softmax', [2, 4, 3], ['tanh', 'softmax'], 'cross-entropy'],
  ...UNIT_ACTIVATION_NAMES.map(
    (name): Case => [`2-3-2 ${name}`, [2, 3, 2], [name, name], 'half-squared-error'],
  ),
];

test.each(CASES)('%s: gradients equal those of TensorFlow.js', async (name, units, activations, loss) => {
  await tf.setBackend('cpu');
  const random = (key: string): number => 2 * randomAt(11, `${name}/${key}`) - 1;
  const weights = activations.map((_, l) =>
    Array.from({ length: units[l]! }, (_, i) =>
      Array.from({ length: units[l + 1]! }, (_, j) => random(`w${l}${i}${j}`)),
    ),
  );
  const biases = activations.map((_, l) =>
    Array.from({ length: units[l + 1]! }, (_, j) => random(`b${l}${j}`)),
  );
  const network: Network = {
    inputs: units[0]!,
    layers: activations.map((activation, l) => ({ units: units[l + 1]!, activation, ...SIDES })),
    loss,
    learningRate: 0.5,
    updateBiases: true,
    snap: null,
    weights,
    biases,
  };
  const x = Array.from({ length: units[0]! }, (_, i) => random(`x${i}`));
  const t = Array.from({ length: units.at(-1)! }, (_, k) => (k === 0 ? 1 : 0));
  const ours = backward(network, forward(network, x), t).gradients;

  const lossOfParameters = (...parameters: tf.Tensor[]): tf.Scalar => {
    let a: tf.Tensor = tf.tensor2d([x]);
    activations.forEach((activation, l) => {
      a = F[activation](a.matMul(parameters[2 * l]!).add(parameters[2 * l + 1]!));
    });
    return E[loss](a, tf.tensor2d([t])).asScalar();
  };
  const theirs = tf.grads(lossOfParameters)(
    weights.flatMap((w, l) => [tf.tensor2d(w), tf.tensor1d(biases[l]!)]),
  );
  // TensorFlow.js computes in single precision.
  activations.forEach((_, l) => {
    const [w, b] = [theirs[2 * l]!.dataSync(), theirs[2 * l + 1]!.dataSync()];
    ours.weights[l]!.flat().forEach((gradient, i) => expect(gradient).toBeCloseTo(w[i]!, 5));
    ours.biases[l]!.forEach((gradient, j) => expect(gradient).toBeCloseTo(b[j]!, 5));
  });
});
