import type { Situation } from '../../question/situation.ts';
import type { Lane, Run } from './run.ts';

/** What is asked about one sample on its way through the run's network. */
export function situationOn(
  run: Run,
  { sample, pass, truth }: Pick<Lane, 'sample' | 'pass' | 'truth'>,
): Situation {
  const before = run.lastUpdate?.gradients ?? null;
  return { network: run.network, sample: run.data[sample]!, pass, truth, before };
}

/** What the questions of a lane are asked about. */
export function situationIn(run: Run, lane: number): Situation {
  return situationOn(run, run.lanes[lane]!);
}
