import synaptic from 'synaptic';
import { backward } from '../../src/maths/backward.ts';
import { forward } from '../../src/maths/forward.ts';
import type { Network, Sample } from '../../src/maths/network.ts';
import { update } from '../../src/maths/update.ts';
import type { Trainer } from './trainer.ts';

/**
 * synaptic: generates a program for the given network and runs it in double precision. Two differences from our maths:
 *
 * - δ of an output is target − output, without f′; its target is chosen so that this equals δ of half the squared error.
 * - A layer's weights change before the error passes back through them: `meant` computes that order with our maths.
 */
export const synapticJs: Trainer = {
  name: 'synaptic',
  meant: stepUpdatingBeforeBackward,
  start(network, { x, t }) {
    const net = synaptic.Network.fromJSON(written(network));
    const target = [...t];
    return {
      step() {
        const y = net.activate(x);
        for (let k = 0; k < y.length; k++) target[k] = y[k]! + (t[k]! - y[k]!) * y[k]! * (1 - y[k]!);
        net.propagate(network.learningRate, target);
      },
      parameters() {
        const { neurons, connections } = net.toJSON();
        const first = firstUnits(network);
        const weight = new Map(connections.map(({ from, to, weight: w }) => [`${from} ${to}`, w]));
        return {
          weights: network.weights.map((matrix, l) =>
            matrix.map((row, i) => row.map((_, j) => weight.get(`${first[l]! + i} ${first[l + 1]! + j}`)!)),
          ),
          biases: network.biases.map((row, l) => row.map((_, j) => neurons[first[l + 1]! + j]!.bias)),
        };
      },
    };
  },
};

/** First unit of each layer, in synaptic's consecutive numbering. */
function firstUnits({ inputs, layers }: Network): number[] {
  const first = [0, inputs];
  for (const { units } of layers) first.push(first.at(-1)! + units);
  return first;
}

function written(network: Network): Parameters<typeof synaptic.Network.fromJSON>[0] {
  const { inputs, weights, biases } = network;
  const first = firstUnits(network);
  const last = biases.length - 1;
  return {
    neurons: [
      ...Array.from({ length: inputs }, () => ({ layer: 'input', bias: 0, squash: 'LOGISTIC' }) as const),
      ...biases.flatMap((row, l) =>
        row.map((bias) => ({ layer: l === last ? 'output' : l, bias, squash: 'LOGISTIC' }) as const),
      ),
    ],
    connections: weights.flatMap((matrix, l) =>
      matrix.flatMap((row, i) =>
        row.map((weight, j) => ({ from: first[l]! + i, to: first[l + 1]! + j, weight })),
      ),
    ),
  };
}

/**
 * One step in which the error passes back through weights already changed: one pass for every layer, each time through
 * the weights of the previous pass, so that after each pass one layer more, from the last on, is as intended.
 */
function stepUpdatingBeforeBackward(network: Network, { x, t }: Sample): Network {
  const pass = forward(network, x);
  return network.layers.reduce(
    (moved) => update(network, backward({ ...network, weights: moved.weights }, pass, t).gradients),
    network,
  );
}
