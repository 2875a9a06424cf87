import type { NetworkFile } from './networkFile.ts';

const FORMAT = 'backprop-relay/network@1';

/** Learns to swap its two inputs, in numbers that stay friendly: the default class. */
const swap: NetworkFile = {
  format: FORMAT,
  name: 'Swap',
  layers: [
    { units: 2 },
    { units: 2, activation: 'leaky-relu', slope: 0.5 },
    { units: 2, activation: 'identity' },
  ],
  loss: 'half-squared-error',
  learningRate: 0.1,
  snap: 0.1,
  updateBiases: true,
  weights: [
    [
      [1, 1.5],
      [1, -0.5],
    ],
    [
      [-0.5, 0.5],
      [-1, 1.5],
    ],
  ],
  biases: [
    [0, 0],
    [0, 0],
  ],
  data: [
    { x: [1, 2], t: [2, 1] },
    { x: [2, 1], t: [1, 2] },
    { x: [-1, 1], t: [1, -1] },
    { x: [1, -1], t: [-1, 1] },
  ],
};

/** The article's kind of network: three layers, sigmoids, real numbers; sums stay clear of f′ ≈ a. */
const article: NetworkFile = {
  format: FORMAT,
  name: 'Three layers',
  layers: [{ units: 2 }, { units: 2, activation: 'sigmoid' }, { units: 2, activation: 'sigmoid' }],
  loss: 'half-squared-error',
  learningRate: 0.5,
  updateBiases: true,
  weights: [
    [
      [0.8, -0.6],
      [0.4, 1.2],
    ],
    [
      [1, -0.7],
      [0.5, 1.4],
    ],
  ],
  biases: [
    [0.1, -0.2],
    [0, 0.1],
  ],
  data: [
    { x: [1, 0.5], t: [0, 1] },
    { x: [0.5, 1], t: [1, 0] },
    { x: [-1, 0.5], t: [0, 0] },
    { x: [0.5, -1], t: [1, 1] },
  ],
};

/** Matt Mazur, A Step by Step Backpropagation Example (2015). */
const mazur: NetworkFile = {
  format: FORMAT,
  name: 'Mazur',
  layers: [{ units: 2 }, { units: 2, activation: 'sigmoid' }, { units: 2, activation: 'sigmoid' }],
  loss: 'half-squared-error',
  learningRate: 0.5,
  updateBiases: false,
  weights: [
    [
      [0.15, 0.25],
      [0.2, 0.3],
    ],
    [
      [0.4, 0.5],
      [0.45, 0.55],
    ],
  ],
  biases: [
    [0.35, 0.35],
    [0.6, 0.6],
  ],
  data: [{ x: [0.05, 0.1], t: [0.01, 0.99] }],
};

/** Han & Kamber, Data Mining: the worked backpropagation example. */
const hanKamber: NetworkFile = {
  format: FORMAT,
  name: 'Han & Kamber',
  layers: [{ units: 3 }, { units: 2, activation: 'sigmoid' }, { units: 1, activation: 'sigmoid' }],
  loss: 'half-squared-error',
  learningRate: 0.9,
  updateBiases: true,
  weights: [
    [
      [0.2, -0.3],
      [0.4, 0.1],
      [-0.5, 0.2],
    ],
    [[-0.3], [-0.2]],
  ],
  biases: [[-0.4, 0.2], [0.1]],
  data: [{ x: [1, 0, 1], t: [1] }],
};

/** A public 2-2-3 fixture: softmax with cross-entropy, where the error at an output is already its δ. */
const softmax: NetworkFile = {
  format: FORMAT,
  name: 'Softmax',
  layers: [{ units: 2 }, { units: 2, activation: 'sigmoid' }, { units: 3, activation: 'softmax' }],
  loss: 'cross-entropy',
  learningRate: 0.5,
  updateBiases: false,
  weights: [
    [
      [0.1, 0.3],
      [0.2, 0.4],
    ],
    [
      [0.5, 0.1, 0.3],
      [0.6, 0.2, 0.4],
    ],
  ],
  biases: [
    [0.1, 0.1],
    [0.2, 0.2, 0.2],
  ],
  data: [{ x: [1, 0.5], t: [1, 0, 0] }],
};

/** The networks that come with the game, in the order in which a host is offered them. */
export const PRESETS: readonly { readonly id: string; readonly file: NetworkFile }[] = [
  { id: 'swap', file: swap },
  { id: 'article', file: article },
  { id: 'mazur', file: mazur },
  { id: 'han-kamber', file: hanKamber },
  { id: 'softmax', file: softmax },
];

export function presetById(id: string): NetworkFile | undefined {
  return PRESETS.find((preset) => preset.id === id)?.file;
}
