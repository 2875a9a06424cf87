import type { Network, Parameters, Sample } from '../../src/maths/network.ts';

/** Training of one network on one sample: every step goes forward, backward and changes every weight and bias. */
export interface Training {
  step(): void;
  /** Current weights and biases, index order as in a Network. Not timed. */
  parameters(): Parameters;
}

/** A library that can train sigmoid layers with half the squared error. */
export interface Trainer {
  readonly name: string;
  start(network: Network, sample: Sample): Training;
  /** One step in this trainer's own order, computed by our maths; left out where the order is ours. */
  readonly meant?: (network: Network, sample: Sample) => Network;
}
