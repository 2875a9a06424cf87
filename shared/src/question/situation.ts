import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import type { BackwardPass, ForwardPass, Network, Parameters, Sample, Vector } from '../maths/network.ts';

/** One sample with its forward and backward pass through a network: the basis of every question. */
export interface Situation {
  readonly network: Network;
  readonly sample: Sample;
  readonly pass: ForwardPass;
  readonly truth: BackwardPass;
  /** Mean gradient of the previous round, which a player may forget to clear; null in the first round. */
  readonly before: Parameters | null;
  /** Targets of other samples, which a player may take by mistake. */
  readonly otherTargets: readonly Vector[];
}

/** Limit of other samples that a player is assumed to look at. */
const MAX_OTHER_TARGETS = 6;

/** Other targets by data and own target, looked up once: every answer is graded against them. */
const remembered = new WeakMap<readonly Sample[], Map<string, readonly Vector[]>>();

/** Targets in the data that differ from a sample's own, each once. The data is never changed. */
export function otherTargetsOf(sample: Sample, data: readonly Sample[]): readonly Vector[] {
  const own = String(sample.t);
  const ofData = remembered.get(data) ?? new Map<string, readonly Vector[]>();
  const known = ofData.get(own);
  if (known) return known;
  const others = new Map<string, Vector>();
  for (const { t } of data) {
    if (String(t) !== own) others.set(String(t), t);
    if (others.size === MAX_OTHER_TARGETS) break;
  }
  const targets = [...others.values()];
  remembered.set(data, ofData.set(own, targets));
  return targets;
}

/**
 * Builds the situation of a sample.
 *
 * @param data  all samples of the run, as far as the player sees them
 * @throws {RangeError} the sample does not fit the network
 */
export function situationOf(network: Network, sample: Sample, data: readonly Sample[] = []): Situation {
  const pass = forward(network, sample.x);
  const truth = backward(network, pass, sample.t);
  return { network, sample, pass, truth, before: null, otherTargets: otherTargetsOf(sample, data) };
}
