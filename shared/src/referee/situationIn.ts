import type { Situation } from '../question/situation.ts';
import type { Run, Session } from './state.ts';

/** What the questions of a lane are asked about: its sample, on its way through the run's network. */
export function situationIn({ data }: Session, run: Run, lane: number): Situation {
  const { sample, pass, truth } = run.lanes[lane]!;
  return {
    network: run.network,
    sample: data[sample]!,
    pass,
    truth,
    before: run.lastUpdate?.gradients ?? null,
  };
}
