import synaptic from 'synaptic';
import { backward } from '../../src/maths/backward.ts';
import { forward } from '../../src/maths/forward.ts';
import type { Network, Sample } from '../../src/maths/network.ts';
import { update } from '../../src/maths/update.ts';
import type { Trainer } from './trainer.ts';

/**
 * synaptic: writes a program for the network it is given and runs that, in double precision. Two things of its own:
 *
 * - δ of an output is target − output, without f′; it is given the target that makes this the δ of half the squared error.
 * - A layer's weights move before the error goes back through them: `meant` is that order, by our maths.
 */
export const synapticJs: Trainer = {
  name: 'synaptic',
  meant: movedBeforeTheErrorPasses,
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

/** synaptic numbers the units through: where each layer begins. */
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
 * One step in which the error goes back through weights that have moved already: once round for every layer, each time
 * through the weights of the time before, so that from the last layer on one layer more is as it is meant to be.
 */
function movedBeforeTheErrorPasses(network: Network, { x, t }: Sample): Network {
  const pass = forward(network, x);
  return network.layers.reduce(
    (moved) => update(network, backward({ ...network, weights: moved.weights }, pass, t).gradients),
    network,
  );
}
