import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import type { BackwardPass, ForwardPass, Network, Parameters, Sample } from '../maths/network.ts';

/** One sample with its forward and backward pass through a network: the basis of every question. */
export interface Situation {
  readonly network: Network;
  readonly sample: Sample;
  readonly pass: ForwardPass;
  readonly truth: BackwardPass;
  /** Mean gradient of the previous round, which a player may forget to clear; null in the first round. */
  readonly before: Parameters | null;
}

/** Builds the situation of a sample. @throws {RangeError} the sample does not fit the network */
export function situationOf(network: Network, sample: Sample): Situation {
  const pass = forward(network, sample.x);
  return { network, sample, pass, truth: backward(network, pass, sample.t), before: null };
}
