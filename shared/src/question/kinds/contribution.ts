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

/** The weights into a unit; its bias, where that learns. */
export function edgeSubjects(network: Network, unit: UnitRef): Subject[] {
  const weights = edgesInto(network, unit).map((edge): Subject => ({ unit, edge }));
  const bias: Subject = { unit, edge: { layer: unit.layer, from: 'bias', to: unit.index } };
  return network.updateBiases && unit.layer > 0 ? [...weights, bias] : weights;
}

/**
 * ◆ of a question that is about one.
 *
 * @throws {RangeError} it is about none
 */
export function factsOfQuestion(situation: Situation, { kind, edge }: Question): Facts {
  if (!edge) throw new RangeError(`a question of the kind ${kind} is about a weight`);
  return factsOf(situation, edge);
}

/** The parts that are asked: S only at hidden units, δ not where it is a place itself (softmax). */
function partsAt(facts: Facts, help: HelpLevel, isRelay: boolean): Part[] {
  if (help === 'blank') return ['G'];
  const parts: Part[] = isRelay && facts.next.length > 0 ? ['own', 'places'] : ['places'];
  if (help === 'see') return parts;
  if (facts.next.length > 0) parts.push('S');
  if (facts.slope !== null) parts.push('delta');
  return [...parts, 'G'];
}

/** What honest work with the shown numbers can come to, each step rounded to 3 figures. */
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

/** What the player's own earlier value leads to. */
function carried(facts: Facts, part: ContributionNumber, accepted: AcceptedValues): number | undefined {
  const { slope, x } = facts;
  const delta = accepted.S !== undefined && slope !== null ? accepted.S * slope : undefined;
  if (part === 'delta') return delta;
  if (part === 'S') return undefined;
  const own = accepted.delta ?? delta;
  return own === undefined ? undefined : own * x;
}

/** The same with what the player found itself in place of what is true. */
function withOwn(facts: Facts, own: AcceptedValues): Facts {
  const { slope, x } = facts;
  const arriving = own.S ?? facts.arriving;
  const delta = own.delta ?? (own.S !== undefined && slope !== null ? own.S * slope : facts.delta);
  return { ...facts, arriving, delta, G: delta * x };
}

export function numberPart(facts: Facts, part: ContributionNumber): NumberPart {
  const [truth, interval] = [truthOf(facts, part), honest(facts, part)];
  // Picking a question looks at them again and again.
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

/** @param half  in a relay the own places are taken first and those of what arrives later; absent: all at once */
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
    // The other half is no miss of this one.
    explain: (taken) => explainPlaces(facts, new Set([...taken, ...others])),
  };
}

/** The whole set of three of a weight. */
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

/** Whether the places are asked for in two parts. */
function isInHalves({ parts }: Question): boolean {
  return parts.includes('own');
}

/** "What is the gradient of this weight, for this sample, and what is it made of?" */
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
