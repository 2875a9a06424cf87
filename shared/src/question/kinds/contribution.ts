import { edgeName, edgesInto, isBias, type UnitRef } from '../../maths/unit.ts';
import type { Network } from '../../maths/network.ts';
import { writeContribution } from '../../receipt/writeBackward.ts';
import { acceptedInterval } from '../numbers/accepted.ts';
import { explainPlaces } from '../diagnosis/explainPlaces.ts';
import { type Facts, factsOf } from '../facts.ts';
import type { AcceptedValues, Candidate, NumberPart, PlacesPart } from '../gradedPart.ts';
import { hintOfThree } from '../hint.ts';
import { exactly, type Interval, rounded, shownInterval, sumOfProducts, times } from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule, type Subject } from '../kind.ts';
import { CONTRIBUTION_CLASSES } from '../mistakes/rules.ts';
import { classesOf } from '../mistakes/rule.ts';
import { candidates } from '../mistakes/contribution.ts';
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

/** Values that honest work with the displayed numbers can reach, each step rounded to 3 figures. */
function honest({ edge, next, arriving, slope, delta, x }: Facts, part: ContributionNumber): Interval {
  const S: Interval | null =
    next.length > 0
      ? sumOfProducts(
          next.map((unit) => [rounded(shownInterval(unit.delta)), shownInterval(unit.weight)] as const),
          exactly(0),
        )
      : arriving === null
        ? null
        : shownInterval(arriving);
  if (part === 'S' && S) return S;
  const D = S && slope !== null ? rounded(times(S, shownInterval(slope))) : shownInterval(delta);
  return part === 'delta' || isBias(edge) ? D : rounded(times(D, shownInterval(x)));
}

function truthOf(facts: Facts, part: ContributionNumber): number {
  if (part === 'S') return facts.arriving ?? facts.delta;
  return part === 'delta' ? facts.delta : facts.G;
}

/** Value that follows from the player's own earlier value; undefined where there is none. */
function carried(facts: Facts, part: ContributionNumber, accepted: AcceptedValues): number | undefined {
  const { slope, x } = facts;
  const delta = accepted.S !== undefined && slope !== null ? accepted.S * slope : undefined;
  if (part === 'delta') return delta;
  if (part === 'S') return undefined;
  const own = accepted.delta ?? delta;
  return own === undefined ? undefined : own * x;
}

/** Facts with the player's own values in place of the true ones. */
function withOwn(facts: Facts, own: AcceptedValues): Facts {
  const { slope, x } = facts;
  const arriving = own.S ?? facts.arriving;
  const delta = own.delta ?? (own.S !== undefined && slope !== null ? own.S * slope : facts.delta);
  return { ...facts, arriving, delta, G: delta * x };
}

export function numberPart(facts: Facts, part: ContributionNumber): NumberPart {
  const [truth, interval] = [truthOf(facts, part), honest(facts, part)];
  // Cached: picking a question asks for the candidates repeatedly.
  let known: readonly Candidate[] | undefined;
  return {
    type: 'number',
    truth,
    honest: interval,
    accepted: acceptedInterval(truth, interval),
    carried: (accepted) => carried(facts, part, accepted),
    candidates: (own) =>
      own ? candidates(withOwn(facts, own), part, truth) : (known ??= candidates(facts, part, truth)),
    alike: () => classesOf(CONTRIBUTION_CLASSES, facts),
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
