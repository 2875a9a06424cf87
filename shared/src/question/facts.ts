import { activationOf } from '../maths/activation.ts';
import { incomingOf } from '../maths/forward.ts';
import type { BackwardPass, ForwardPass, Network } from '../maths/network.ts';
import { outputLayer } from '../maths/network.ts';
import { type EdgeRef, edgeName } from '../maths/unit.ts';
import { placesOf, setOfThree } from './place.ts';
import type { Part, Question, Truth } from './question.ts';

/** What one unit of the next layer sends back to the unit asked. */
export interface NextUnit {
  /** The weight from the unit asked to this one. */
  readonly weight: number;
  /** Its δ. */
  readonly delta: number;
  /** Its S, the error before its own valve; null at a softmax output. */
  readonly arriving: number | null;
}

/** Every number that a question, its grading and its mistakes are made of. Computed once, from true values only. */
export interface Facts {
  readonly network: Network;
  readonly edge: EdgeRef;
  /** Empty at an output. */
  readonly next: readonly NextUnit[];
  /** S; null at a softmax output, where y − t is δ at once. */
  readonly arriving: number | null;
  /** f′(u); null at a softmax output. */
  readonly slope: number | null;
  /** Belly sum. */
  readonly u: number;
  /** f(u) */
  readonly a: number;
  /** f′(a), what a player gets who puts the output into f′; null at a softmax output. */
  readonly slopeOfOutput: number | null;
  readonly delta: number;
  /** The input of the weight in question. */
  readonly x: number;
  /** The other inputs of the same unit. */
  readonly otherInputs: readonly number[];
  readonly G: number;
}

/**
 * @param pass   what `forward` gave for the sample
 * @param truth  what `backward` gave for it
 * @throws {RangeError} the network has no such weight
 */
export function factsOf(network: Network, pass: ForwardPass, truth: BackwardPass, edge: EdgeRef): Facts {
  const l = edge.layer - 1;
  const layer = network.layers[l];
  const u = pass.sums[l]?.[edge.to];
  const incoming = layer && incomingOf(pass, edge.layer);
  const x = incoming?.[edge.from];
  if (!layer || u === undefined || !incoming || x === undefined) {
    throw new RangeError(`no weight ${JSON.stringify(edge)} in this network`);
  }
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
    edge,
    next,
    arriving: truth.arriving[l]?.[edge.to] ?? null,
    slope: truth.slopes[l]?.[edge.to] ?? null,
    u,
    a,
    slopeOfOutput: layer.activation === 'softmax' ? null : activationOf(layer).derivative(a),
    delta: truth.deltas[l]![edge.to]!,
    x,
    otherInputs: incoming.filter((_, i) => i !== edge.from),
    G: truth.gradients.weights[l]![edge.from]![edge.to]!,
  };
}

/** The parts that are asked about a weight: S only at hidden units, δ not where it is a place itself (softmax). */
export function partsOf(facts: Facts): Part[] {
  const parts: Part[] = ['places'];
  if (facts.next.length > 0) parts.push('S');
  if (facts.slope !== null) parts.push('delta');
  parts.push('G');
  return parts;
}

/** The contribution question about the weight of `facts`, for one sample. */
export function contribution(
  facts: Facts,
  sample: number,
): { readonly question: Question; readonly truth: Truth } {
  const { network, edge } = facts;
  if (!Number.isFinite(facts.G))
    throw new RangeError(`the gradient of ${edgeName(network, edge)} is not finite`);
  return {
    question: { kind: 'contribution', edge, sample, parts: partsOf(facts) },
    truth: {
      places: placesOf(setOfThree(network, edge)),
      S: facts.next.length > 0 ? facts.arriving : null,
      delta: facts.delta,
      G: facts.G,
    },
  };
}
