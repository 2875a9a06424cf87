import type { ForwardPass, Network, Sample } from '@relay/shared/maths/network';
import type { LaneView, PublicView, RunView } from '@relay/shared/referee/view';

/** One lane of a run's present round, with the network as it was when the numbers went through it. */
export interface RoundFacts {
  readonly run: RunView;
  /** With this round's weights, also after they were updated. */
  readonly network: Network;
  /** With the weights as they are now. */
  readonly networkNow: Network;
  readonly lane: LaneView;
  readonly pass: ForwardPass;
  readonly sample: Sample;
}

/** What is still a secret is no number: it is written as "?". */
const known = (row: readonly (number | null)[]): number[] => row.map((value) => value ?? Number.NaN);

/** What a page knows of a lane, or null where nothing has come yet. */
export function roundFacts(view: PublicView, runId: string, laneIndex: number): RoundFacts | null {
  const run = view.runs[runId];
  const networkNow = view.networks[runId];
  const lane = view.lanes[`${runId}/${laneIndex}`];
  if (!run || !networkNow || !lane) return null;
  const update = view.updates[runId];
  const isUpdated = update !== undefined && update.round === run.round;
  const network = isUpdated ? { ...networkNow, ...update.before } : networkNow;
  const pass = { x: lane.x, sums: lane.sums.map(known), outputs: lane.outputs.map(known) };
  return { run, network, networkNow, lane, pass, sample: { x: lane.x, t: lane.t } };
}
