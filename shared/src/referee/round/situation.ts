import type { Network, Parameters, Sample } from '../../maths/network.ts';
import { otherTargetsOf, type Situation } from '../../question/situation.ts';
import type { Lane, Run } from './run.ts';

/** Network and data of a round, with the mean gradient of the round before. */
interface Material {
  readonly network: Network;
  readonly data: readonly Sample[];
  readonly before: Parameters | null;
}

/** Situation of a sample, from its passes through the network. */
export function situationFor(
  { network, data, before }: Material,
  { sample: index, pass, truth }: Pick<Lane, 'sample' | 'pass' | 'truth'>,
): Situation {
  const sample = data[index]!;
  return { network, sample, pass, truth, before, otherTargets: otherTargetsOf(sample, data) };
}

/** Situation of a sample in the run's network: the material of its questions. */
export function situationOn(run: Run, lane: Pick<Lane, 'sample' | 'pass' | 'truth'>): Situation {
  const { network, data, lastUpdate } = run;
  return situationFor({ network, data, before: lastUpdate?.gradients ?? null }, lane);
}

/** Situation of a lane. */
export function situationIn(run: Run, lane: number): Situation {
  return situationOn(run, run.lanes[lane]!);
}
