import type { Network, Parameters, Sample } from '../../src/maths/network.ts';

/** Trains one network on one sample: every step goes forward, backward and moves every weight and bias. */
export interface Training {
  step(): void;
  /** Where the weights and biases stand, index order as in a Network. Not timed. */
  parameters(): Parameters;
}

/** Someone who can do a training step of sigmoid layers with half the squared error. */
export interface Trainer {
  readonly name: string;
  start(network: Network, sample: Sample): Training;
  /** One step as this trainer means to do it, computed by our own maths; left out where it is simply ours. */
  readonly meant?: (network: Network, sample: Sample) => Network;
}
