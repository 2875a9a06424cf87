import { backward } from '@relay/shared/maths/backward';
import { forward } from '@relay/shared/maths/forward';
import { lossOf } from '@relay/shared/maths/loss';
import type { Network, Sample } from '@relay/shared/maths/network';
import { update } from '@relay/shared/maths/update';

/** Network of the start page, 2-2-1: learns how different its two inputs are. */
const NETWORK: Network = {
  inputs: 2,
  layers: [
    { units: 2, activation: 'tanh' },
    { units: 1, activation: 'identity' },
  ],
  weights: [
    [
      [0.6, -0.4],
      [-0.3, 0.8],
    ],
    [[0.5], [0.4]],
  ],
  biases: [[0, 0], [0]],
  loss: 'half-squared-error',
  learningRate: 0.2,
  updateBiases: true,
  snap: null,
};

const DATA: readonly Sample[] = [
  { x: [1, 2], t: [1] },
  { x: [2, 1], t: [-1] },
  { x: [1, 1], t: [0] },
];

/** Stages of one training step, in order. */
const STAGES = ['input', 'forward', 'backward', 'update'] as const;

export interface Training {
  readonly network: Network;
  readonly sample: Sample;
  readonly stage: (typeof STAGES)[number];
  readonly round: number;
}

export const START: Training = { network: NETWORK, sample: DATA[0]!, stage: 'input', round: 0 };

/** Values that the picture shows: outputs, slopes and loss as the network computes them. */
export function valuesOf({ network, sample }: Training) {
  const pass = forward(network, sample.x);
  const { deltas, slopes, gradients } = backward(network, pass, sample.t);
  return { pass, deltas, slopes, gradients, loss: lossOf(network.loss, pass.outputs.at(-1)!, sample.t) };
}

/** Advances by one stage; after the update the next sample follows. */
export function nextStage(training: Training): Training {
  const next = STAGES[STAGES.indexOf(training.stage) + 1];
  if (next === 'update') {
    return {
      ...training,
      stage: next,
      network: update(training.network, valuesOf(training).gradients),
    };
  }
  if (next) return { ...training, stage: next };
  const round = training.round + 1;
  return { ...training, stage: 'input', round, sample: DATA[round % DATA.length]! };
}
