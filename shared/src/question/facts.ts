import { activationOf } from '../maths/activation.ts';
import { incomingOf } from '../maths/forward.ts';
import { type Network, outputLayer } from '../maths/network.ts';
import { type EdgeRef, isBias, valueOfEdge } from '../maths/unit.ts';
import type { Situation } from './situation.ts';

/** A unit of the next layer, as seen from the unit asked. */
interface NextUnit {
  /** Weight from the unit asked to this one. */
  readonly weight: number;
  /** Error signal δ of this unit. */
  readonly delta: number;
  /** Arriving error S of this unit, before its own f′; null at a softmax output. */
  readonly arriving: number | null;
}

/** All numbers that the set of three of one weight, its grading and its mistakes are made of. True values only. */
export interface Facts {
  readonly network: Network;
  readonly situation: Situation;
  readonly edge: EdgeRef;
  /** The weight or bias in question. */
  readonly w: number;
  /** Units of the next layer; empty at an output. */
  readonly next: readonly NextUnit[];
  /** Arriving error S; null at a softmax output, where δ is y − t. */
  readonly arriving: number | null;
  /** f′(u); null at a softmax output. */
  readonly slope: number | null;
  /** Pre-activation. */
  readonly u: number;
  /** f(u) */
  readonly a: number;
  /** f′(a), the result of putting the output into f′ by mistake; null at a softmax output. */
  readonly slopeOfOutput: number | null;
  readonly delta: number;
  /** Input of the weight in question; 1 for a bias. */
  readonly x: number;
  /** Other inputs of the same unit. */
  readonly otherInputs: readonly number[];
  readonly G: number;
}

/** Facts of one weight or bias. @throws {RangeError} the network has no such weight */
export function factsOf(situation: Situation, edge: EdgeRef): Facts {
  const { network, pass, truth } = situation;
  const l = edge.layer - 1;
  const u = pass.sums[l]?.[edge.to];
  const incoming = u === undefined ? [] : incomingOf(pass, edge.layer);
  const x = isBias(edge) ? 1 : incoming[edge.from];
  if (u === undefined || x === undefined) {
    throw new RangeError(`no weight ${JSON.stringify(edge)} in this network`);
  }
  const layer = network.layers[l]!;
  const a = pass.outputs[l]![edge.to]!;
  const next =
    edge.layer === outputLayer(network)
      ? []
      : network.weights[l + 1]![edge.to]!.map((weight, k) => ({
          weight,
          delta: truth.deltas[l + 1]![k]!,
          arriving: truth.arriving[l + 1]?.[k] ?? null,
        }));
  return {
    network,
    situation,
    edge,
    w: valueOfEdge(network, edge),
    next,
    arriving: truth.arriving[l]?.[edge.to] ?? null,
    slope: truth.slopes[l]?.[edge.to] ?? null,
    u,
    a,
    slopeOfOutput: layer.activation === 'softmax' ? null : activationOf(layer).derivative(a),
    delta: truth.deltas[l]![edge.to]!,
    x,
    otherInputs: isBias(edge) ? [] : incoming.filter((_, i) => i !== edge.from),
    G: valueOfEdge(truth.gradients, edge),
  };
}
