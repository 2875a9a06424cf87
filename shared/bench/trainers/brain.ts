import brain from 'brain.js';
import type { Trainer } from './trainer.ts';

/** Members that `train` uses for every pattern; the package's types leave them out. */
interface BrainInternals {
  sizes: number[];
  /** [layer][to][from], layer 0 being the input layer */
  weights: Float32Array[][];
  biases: Float32Array[];
  trainOpts: { learningRate: number; momentum: number };
  initialize(): void;
  trainPattern(pattern: { input: readonly number[]; output: readonly number[] }): void;
}

/** brain.js 1.6: loops over Float32Arrays. */
export const brainJs: Trainer = {
  name: 'brain.js',
  start(network, { x, t }) {
    const net = new brain.NeuralNetwork({ activation: 'sigmoid' }) as unknown as BrainInternals;
    net.sizes = [network.inputs, ...network.layers.map((layer) => layer.units)];
    net.initialize();
    net.trainOpts.learningRate = network.learningRate;
    net.trainOpts.momentum = 0;
    network.weights.forEach((matrix, l) =>
      matrix.forEach((row, i) =>
        row.forEach((w, j) => {
          net.weights[l + 1]![j]![i] = w;
        }),
      ),
    );
    network.biases.forEach((row, l) => net.biases[l + 1]!.set(row));
    const pattern = { input: x, output: t };
    return {
      step: () => net.trainPattern(pattern),
      parameters: () => ({
        weights: network.weights.map((matrix, l) =>
          matrix.map((row, i) => row.map((_, j) => net.weights[l + 1]![j]![i]!)),
        ),
        biases: network.biases.map((_, l) => [...net.biases[l + 1]!]),
      }),
    };
  },
};
