import { questionModule } from '../../question/kinds.ts';
import { partKind, type UnitValue, valueAsked } from '../../question/part.ts';
import type { Network } from '../../maths/network.ts';
import { isAnswering, isRoundOver } from '../round/progress.ts';
import type { Lane, Run } from '../round/run.ts';
import type { Session } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';

/** First of the layers to which something applies; `none`: it applies to no layer. */
export type FromLayer = number | 'none';

/** Tells whether a layer is among them. */
export const isFrom = (from: FromLayer, layer: number): boolean => from !== 'none' && layer >= from;

/** Union: layers that are in either range. */
const either = (a: FromLayer, b: FromLayer): FromLayer =>
  a === 'none' ? b : b === 'none' ? a : Math.min(a, b);
const both = (a: FromLayer, b: FromLayer): FromLayer =>
  a === 'none' || b === 'none' ? 'none' : Math.max(a, b);

/** Layers from which on pre-activations and outputs are secret. */
interface Visibility {
  readonly sums: FromLayer;
  readonly outputs: FromLayer;
}

const NOTHING: Visibility = { sums: 'none', outputs: 'none' };

/** Visibility of a lane: layers that are still secret. */
export interface LaneVisibility extends Visibility {
  /** First layer from which on the error signals of a relay are public. */
  readonly parcels: FromLayer;
}

/** Visibility for the players of a run: as far as the run itself has come. */
export function ownVisibility(run: Run, lane: Lane): LaneVisibility {
  return { ...laneVisibility(run, lane), parcels: parcelsFrom(run, lane) };
}

/** Key of a network, the same for networks that compute the same; cached. */
const known = new WeakMap<Network, string>();

function fingerprintOf(network: Network): string {
  const before = known.get(network);
  if (before !== undefined) return before;
  const now = JSON.stringify([network.weights, network.biases]);
  known.set(network, now);
  return now;
}

/** Visibility of the lanes of a session, each worked out when it is first asked for. */
type VisibilityOf = (run: Run, lane: Lane) => LaneVisibility;

/**
 * Visibility of lanes for all roles while answers are taken: as far as the slowest lane has come that carries the same
 * inputs through the same network, in any team. Teams begin with one network, so the values known in the team that is
 * ahead would be the answers of the one behind.
 */
export function publicVisibility(session: Pick<Session, 'runs'>): VisibilityOf {
  /** Common visibility by network and inputs. */
  let twins: Map<string, LaneVisibility> | null = null;
  const keyOf = (run: Run, { pass }: Lane): string => `${fingerprintOf(run.network)} ${pass.x.join()}`;
  return (run, lane) => {
    if (!isAnswering(run)) return ownVisibility(run, lane);
    twins ??= commonVisibility(teamRuns(session).filter(isAnswering), keyOf);
    return twins.get(keyOf(run, lane)) ?? ownVisibility(run, lane);
  };
}

function commonVisibility(
  runs: readonly Run[],
  keyOf: (run: Run, lane: Lane) => string,
): Map<string, LaneVisibility> {
  const common = new Map<string, LaneVisibility>();
  for (const run of runs) {
    for (const lane of run.lanes) {
      const key = keyOf(run, lane);
      const own = ownVisibility(run, lane);
      const twin = common.get(key);
      common.set(
        key,
        twin
          ? {
              sums: either(twin.sums, own.sums),
              outputs: either(twin.outputs, own.outputs),
              parcels: both(twin.parcels, own.parcels),
            }
          : own,
      );
    }
  }
  return common;
}

/**
 * Visibility of a lane's forward values: in the forward phase, everything from the layer whose turn it is on is secret.
 */
function laneVisibility(run: Run, { turn }: Lane): Visibility {
  if (run.phase.name !== 'forward') return runVisibility(run);
  return turn ? { sums: turn.layer, outputs: turn.layer } : NOTHING;
}

/**
 * Visibility of a run's forward values: values asked for are secret until the reveal, and so is everything computed
 * from them. The lanes of a run may carry the same sample, so the first layer that is asked anywhere counts for all.
 */
function runVisibility(run: Run): Visibility {
  // All values of a round are public once it is over.
  if (isRoundOver(run)) return NOTHING;
  const firstAsked = (...values: readonly (UnitValue | undefined)[]): FromLayer =>
    run.seats
      .flatMap(({ question }): FromLayer[] =>
        question?.parts.some((part) => values.includes(valueAsked(partKind(part))))
          ? [questionModule(question.kind).firstLayer ?? question.unit.layer]
          : [],
      )
      .reduce(either, 'none');
  const [sums, outputs] = [firstAsked('sum'), firstAsked('sum', 'output')];
  // The pre-activations of the next layer are computed from these outputs.
  return { sums: either(sums, outputs === 'none' ? 'none' : outputs + 1), outputs };
}

/** Tells whether a round that is being answered asks for pre-activations or outputs, so that some are hidden. */
export function hasSecretSums(run: Run): boolean {
  return runVisibility(run).sums !== 'none';
}

function parcelsFrom({ phase, rules }: Run, { turn }: Lane): FromLayer {
  if (phase.name !== 'backward' || rules.style !== 'relay') return 'none';
  return turn ? turn.layer + 1 : 1;
}
