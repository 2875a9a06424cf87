import { questionModule } from '../../question/kinds.ts';
import { partKind, type UnitValue, valueAsked } from '../../question/part.ts';
import type { Network } from '../../maths/network.ts';
import { isAnswering, isRoundOver } from '../round/progress.ts';
import type { Lane, Run } from '../round/run.ts';
import type { Session } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';

/** The first layer of those to which something applies; `none`: it applies to no layer. */
export type FromLayer = number | 'none';

/** Whether a layer is among them. */
export const isFrom = (from: FromLayer, layer: number): boolean => from !== 'none' && layer >= from;

/** Layers that are in one of two, or in both. */
const either = (a: FromLayer, b: FromLayer): FromLayer =>
  a === 'none' ? b : b === 'none' ? a : Math.min(a, b);
const both = (a: FromLayer, b: FromLayer): FromLayer =>
  a === 'none' || b === 'none' ? 'none' : Math.max(a, b);

/** From which layer on pre-activations and outputs are secret. */
interface Visibility {
  readonly sums: FromLayer;
  readonly outputs: FromLayer;
}

const NOTHING: Visibility = { sums: 'none', outputs: 'none' };

/** What of a lane is nobody's yet. */
export interface LaneVisibility extends Visibility {
  /** From which layer on the error signals of a relay are public. */
  readonly parcels: FromLayer;
}

/** As far as its own run has come: what those who play in it may see. */
export function ownVisibility(run: Run, lane: Lane): LaneVisibility {
  return { ...laneVisibility(run, lane), parcels: parcelsFrom(run, lane) };
}

/** What two networks have in common that compute the same. */
const known = new WeakMap<Network, string>();

function fingerprintOf(network: Network): string {
  const before = known.get(network);
  if (before !== undefined) return before;
  const now = JSON.stringify([network.weights, network.biases]);
  known.set(network, now);
  return now;
}

/**
 * What everyone may see of a lane while answers are taken: as far as the slowest lane has come that carries the same
 * sample through the same network, in any team. Teams begin with one network, so what is known in the team that is
 * ahead would be the answers of the one behind.
 */
export function publicVisibility(session: Pick<Session, 'runs'>, run: Run, lane: Lane): LaneVisibility {
  const own = ownVisibility(run, lane);
  if (!isAnswering(run)) return own;
  const like = fingerprintOf(run.network);
  return teamRuns(session)
    .filter((other) => other.id !== run.id && isAnswering(other) && fingerprintOf(other.network) === like)
    .flatMap((other) =>
      other.lanes.filter((twin) => twin.sample === lane.sample).map((twin) => ownVisibility(other, twin)),
    )
    .reduce(
      (veil, twin) => ({
        sums: either(veil.sums, twin.sums),
        outputs: either(veil.outputs, twin.outputs),
        parcels: both(veil.parcels, twin.parcels),
      }),
      own,
    );
}

/** What of a lane's way forward is secret: on the way itself, everything from the layer on whose turn it is. */
function laneVisibility(run: Run, { turn }: Lane): Visibility {
  if (run.phase.name !== 'forward') return runVisibility(run);
  return turn ? { sums: turn.layer, outputs: turn.layer } : NOTHING;
}

/**
 * What is asked for is secret until the reveal, and with it everything that is made of it. The lanes of a run may carry
 * the same sample, so the first layer that is asked anywhere counts for all.
 */
function runVisibility(run: Run): Visibility {
  // The truth of a round is everyone's when it is over, and nobody's before.
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
  // A sum of the next layer is made of these outputs.
  return { sums: either(sums, outputs === 'none' ? 'none' : outputs + 1), outputs };
}

/** Whether a round that is being answered asks for sums or outputs, so that not all of them are seen. */
export function hasSecretSums(run: Run): boolean {
  return runVisibility(run).sums !== 'none';
}

function parcelsFrom({ phase, rules }: Run, { turn }: Lane): FromLayer {
  if (phase.name !== 'backward' || rules.style !== 'relay') return 'none';
  return turn ? turn.layer + 1 : 1;
}
