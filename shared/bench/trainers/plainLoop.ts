import type { Network, Sample } from '../../src/maths/network.ts';
import type { Trainer, Training } from './trainer.ts';

/** A hand-written loop for speed alone: flat Float64Arrays, overwritten in place, no allocation in a step. */
export const plainLoop: Trainer = { name: 'plain loop over Float64Array', start };

function start(network: Network, sample: Sample): Training {
  const units = [network.inputs, ...network.layers.map((layer) => layer.units)];
  const last = units.length - 1;
  const eta = network.learningRate;
  const target = Float64Array.from(sample.t);
  // Index 0 of w, b and delta stands for the input layer and stays empty; w[l] holds row = from, column = to.
  const a = units.map((count) => new Float64Array(count));
  const delta = units.map((count) => new Float64Array(count));
  const w = [new Float64Array(), ...network.weights.map((matrix) => Float64Array.from(matrix.flat()))];
  const b = [new Float64Array(), ...network.biases.map((row) => Float64Array.from(row))];
  a[0]!.set(sample.x);

  function forward(): void {
    for (let l = 1; l <= last; l++) {
      const [from, to, weights, biases] = [a[l - 1]!, a[l]!, w[l]!, b[l]!];
      for (let j = 0; j < to.length; j++) {
        let sum = biases[j]!;
        for (let i = 0; i < from.length; i++) sum += from[i]! * weights[i * to.length + j]!;
        to[j] = 1 / (1 + Math.exp(-sum));
      }
    }
  }

  function backward(): void {
    for (let l = last; l >= 1; l--) {
      const [here, next, weights] = [a[l]!, delta[l + 1], w[l + 1]];
      for (let j = 0; j < here.length; j++) {
        let arriving = 0;
        if (!next || !weights) arriving = here[j]! - target[j]!;
        else for (let k = 0; k < next.length; k++) arriving += weights[j * next.length + k]! * next[k]!;
        delta[l]![j] = arriving * here[j]! * (1 - here[j]!);
      }
    }
  }

  function update(): void {
    for (let l = 1; l <= last; l++) {
      const [from, arrived, weights, biases] = [a[l - 1]!, delta[l]!, w[l]!, b[l]!];
      for (let i = 0; i < from.length; i++) {
        for (let j = 0; j < arrived.length; j++)
          weights[i * arrived.length + j]! -= eta * from[i]! * arrived[j]!;
      }
      for (let j = 0; j < arrived.length; j++) biases[j]! -= eta * arrived[j]!;
    }
  }

  return {
    step() {
      forward();
      backward();
      update();
    },
    parameters: () => ({
      weights: network.weights.map((matrix, l) =>
        matrix.map((row, i) => [...w[l + 1]!.subarray(i * row.length, (i + 1) * row.length)]),
      ),
      biases: network.biases.map((_, l) => [...b[l + 1]!]),
    }),
  };
}
