import * as tf from '@tensorflow/tfjs';
import type { Trainer } from './trainer.ts';

/** TensorFlow.js on its backend in plain JavaScript: the gradients come from its autodiff. Single precision. */
export const tensorflow: Trainer = {
  name: '@tensorflow/tfjs (cpu)',
  start(network, sample) {
    const w = network.weights.map((matrix) => tf.variable(tf.tensor2d(matrix.map((row) => [...row]))));
    const b = network.biases.map((row) => tf.variable(tf.tensor1d([...row])));
    const x: tf.Tensor = tf.tensor2d([[...sample.x]]);
    const t = tf.tensor2d([[...sample.t]]);
    const descent = tf.train.sgd(network.learningRate);
    const loss = (): tf.Scalar => {
      const y = w.reduce((a, weights, l) => tf.sigmoid(a.matMul(weights).add(b[l]!)), x);
      return y.sub(t).square().sum().div(2).asScalar();
    };
    return {
      step() {
        descent.minimize(loss, false, [...w, ...b]);
      },
      parameters: () => ({
        weights: w.map((weights) => weights.arraySync()),
        biases: b.map((biases) => biases.arraySync()),
      }),
    };
  },
};
