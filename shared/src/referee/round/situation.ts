import type { Situation } from '../../question/situation.ts';
import type { Lane, Run } from './run.ts';

/** Situation of a sample in the run's network: the material of its questions. */
export function situationOn(
  run: Run,
  { sample, pass, truth }: Pick<Lane, 'sample' | 'pass' | 'truth'>,
): Situation {
  const before = run.lastUpdate?.gradients ?? null;
  return { network: run.network, sample: run.data[sample]!, pass, truth, before };
}

/** Situation of a lane. */
export function situationIn(run: Run, lane: number): Situation {
  return situationOn(run, run.lanes[lane]!);
}
