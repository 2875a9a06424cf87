import { edgeName, edgesInto, isBias, type UnitRef } from '../../maths/unit.ts';
import type { Network } from '../../maths/network.ts';
import { writeContribution } from '../../receipt/writeBackward.ts';
import { acceptedInterval } from '../numbers/accepted.ts';
import { decimalsOf } from '../numbers/decimals.ts';
import { explainPlaces } from '../diagnosis/explainPlaces.ts';
import { type Facts, factsOf } from '../facts.ts';
import type { AcceptedValues, Candidate, CandidatePair, NumberPart, PlacesPart } from '../gradedPart.ts';
import { hintOfThree } from '../hint.ts';
import {
  AS_ASKED,
  exactly,
  type Interval,
  type Rounding,
  sumOfProducts,
  times,
} from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule, type Subject } from '../kind.ts';
import { candidatePairs, candidates, partExpression } from '../mistakes/contribution.ts';
import type { ContributionNumber } from '../mistakes/working.ts';
import { allPlaces, ownPlaces, placesOf, setOfThree } from '../places/place.ts';
import type { HelpLevel, Part, Question, Truth } from '../question.ts';
import type { Situation } from '../situation.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly contribution: true;
  }
}

/** The weights into a unit, and its bias where biases are trained. */
export function edgeSubjects(network: Network, unit: UnitRef): Subject[] {
  const weights = edgesInto(network, unit).map((edge): Subject => ({ unit, edge }));
  const bias: Subject = { unit, edge: { layer: unit.layer, from: 'bias', to: unit.index } };
  return network.updateBiases && unit.layer > 0 ? [...weights, bias] : weights;
}

/**
 * Facts of the weight that a question is about.
 *
 * @throws {RangeError} the question is about no weight
 */
export function factsOfQuestion(situation: Situation, { kind, edge }: Question): Facts {
  if (!edge) throw new RangeError(`a question of the kind ${kind} is about a weight`);
  return factsOf(situation, edge);
}

/** Parts that are asked: S at hidden units only, δ not where δ is a place itself (softmax). */
function partsAt(facts: Facts, help: HelpLevel, isRelay: boolean): Part[] {
  if (help === 'blank') return ['G'];
  const parts: Part[] = isRelay && facts.next.length > 0 ? ['own', 'places'] : ['places'];
  if (help === 'see') return parts;
  if (facts.next.length > 0) parts.push('S');
  if (facts.slope !== null) parts.push('delta');
  return [...parts, 'G'];
}

/** Values that the right working can reach where each step is rounded. */
function reach(
  { edge, next, arriving, slope, delta, x }: Facts,
  part: ContributionNumber,
  rounding: Rounding,
): Interval {
  const { shown, written } = rounding;
  const S: Interval | null =
    next.length > 0
      ? sumOfProducts(
          next.map((unit) => [written(shown(unit.delta)), shown(unit.weight)] as const),
          exactly(0),
          rounding,
        )
      : arriving === null
        ? null
        : shown(arriving);
  if (part === 'S' && S) return S;
  const D = S && slope !== null ? written(times(S, shown(slope))) : shown(delta);
  return part === 'delta' || isBias(edge) ? D : written(times(D, shown(x)));
}

function truthOf(facts: Facts, part: ContributionNumber): number {
  if (part === 'S') return facts.arriving ?? facts.delta;
  return part === 'delta' ? facts.delta : facts.G;
}

/** Values that follow from the player's own earlier values. */
function carried({ slope, x }: Facts, part: ContributionNumber, own: AcceptedValues): number[] {
  const fromSum = own.S !== undefined && slope !== null ? [own.S * slope] : [];
  if (part === 'S') return [];
  if (part === 'delta') return fromSum;
  return [...(own.delta === undefined ? [] : [own.delta]), ...fromSum].map((delta) => delta * x);
}

/** Facts with the player's own values in place of the true ones. */
function withOwn(facts: Facts, own: AcceptedValues): Facts {
  const { slope, x } = facts;
  const arriving = own.S ?? facts.arriving;
  const delta = own.delta ?? (own.S !== undefined && slope !== null ? own.S * slope : facts.delta);
  return { ...facts, arriving, delta, G: delta * x };
}

export function numberPart(facts: Facts, part: ContributionNumber): NumberPart {
  const [truth, honest] = [truthOf(facts, part), reach(facts, part, AS_ASKED)];
  // Cached: picking a question asks for the candidates repeatedly.
  let known: readonly Candidate[] | undefined;
  let pairs: readonly CandidatePair[] | undefined;
  return {
    type: 'number',
    truth,
    honest,
    accepted: acceptedInterval(truth, honest),
    decimals: decimalsOf(truth),
    reach: (rounding) => reach(facts, part, rounding),
    carried: (own) => carried(facts, part, own),
    working: () => partExpression(facts, {}, part)!,
    candidates: (own) =>
      own ? candidates(withOwn(facts, own), part, truth) : (known ??= candidates(facts, part, truth)),
    pairs: () => (pairs ??= candidatePairs(facts, part)),
  };
}

/** @param half  in a relay the own places are asked first, those that arrive later; absent: all at once */
export function placesPart(facts: Facts, half?: 'own' | 'arriving'): PlacesPart {
  const { network, edge } = facts;
  const known = new Set<string>(allPlaces(network));
  const set = setOfThree(network, edge);
  const own = ownPlaces(set);
  const arriving = placesOf(set).filter((place) => !own.includes(place));
  const others = half === 'own' ? arriving : half === 'arriving' ? own : [];
  return {
    type: 'places',
    truth: half === 'own' ? own : half === 'arriving' ? arriving : placesOf(set),
    isPlace: (id) => known.has(id),
    // Places of the other half are never reported as missing from this one.
    explain: (taken) => explainPlaces(facts, new Set([...taken, ...others])),
  };
}

/** Right answers about the set of three of a weight. */
export function contributionTruth(facts: Facts): Truth {
  const { network, edge, next, arriving, delta, G } = facts;
  if (!Number.isFinite(G)) throw new RangeError(`the gradient of ${edgeName(network, edge)} is not finite`);
  return {
    places: placesOf(setOfThree(network, edge)),
    ...(next.length > 0 && arriving !== null ? { S: arriving } : {}),
    delta,
    G,
  };
}

/** Tells whether the places are asked in two parts. */
function isInHalves({ parts }: Question): boolean {
  return parts.includes('own');
}

/** The contribution: the gradient of one weight for one sample, and the terms it is made of. */
export const contribution: QuestionModule = {
  kind: 'contribution',
  seatScope: 'all',
  way: 'backward',
  partKinds: ['own', 'places', 'S', 'delta', 'G'],
  isHelped: true,
  subjects: edgeSubjects,
  build: (situation, { unit, edge }, { sample, help, isRelay = false }) => ({
    kind: 'contribution',
    unit,
    edge,
    sample,
    parts: partsAt(factsOf(situation, edge!), help, isRelay),
    given: null,
  }),
  truth: (situation, question) => {
    const facts = factsOfQuestion(situation, question);
    const truth = contributionTruth(facts);
    if (!isInHalves(question)) return truth;
    return { ...truth, own: placesPart(facts, 'own').truth, places: placesPart(facts, 'arriving').truth };
  },
  judgedBy: () => ['G'],
  part: (situation, question, part) => {
    const facts = factsOfQuestion(situation, question);
    if (part === 'own') return placesPart(facts, 'own');
    if (part === 'places') return placesPart(facts, isInHalves(question) ? 'arriving' : undefined);
    if (part === 'S' || part === 'delta' || part === 'G') return numberPart(facts, part);
    throw noSuchPart('contribution', part);
  },
  hint: hintOfThree,
  writeReceipt: writeContribution,
};
