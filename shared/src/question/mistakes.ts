import { isBias } from '../maths/unit.ts';
import type { Facts } from './facts.ts';
import type { Candidate } from './gradedPart.ts';
import { placeId, type PlaceId, type SetOfThree, setOfThree } from './place.ts';
import type { MistakeId } from './question.ts';

/** The parts of a contribution that are numbers. */
export type ContributionNumber = 'S' | 'delta' | 'G';

/** A set of three in which something went wrong: what the player had in place of S, f′ and x. */
export interface Working {
  readonly S?: number;
  readonly slope?: number;
  readonly x?: number;
  /** What the whole was multiplied by besides. */
  readonly factor?: number;
  /** True when the factor belongs to G alone (a learning rate is multiplied last). */
  readonly onlyG?: boolean;
}

interface MistakeRule {
  readonly id: MistakeId;
  /** What players who make this mistake work with; none where it does not apply. */
  readonly workings: (facts: Facts) => readonly Working[];
  /** Where to look. */
  readonly place: (facts: Facts) => PlaceId;
}

const sumOver = (facts: Facts, term: (k: number) => number): number =>
  facts.next.reduce((total, _, k) => total + term(k), 0);

const ownValve = ({ network, edge }: Facts): PlaceId => {
  const set = setOfThree(network, edge);
  return set.valve ?? arrivalOf(set);
};
/** ⑤; a bias has none, and what is left to look at is the unit's own bias. */
const ownInput = ({ network, edge }: Facts): PlaceId =>
  setOfThree(network, edge).input ??
  placeId(network, { kind: 'bias', unit: { layer: edge.layer, index: edge.to } });
/** The first place of what arrives: ① at an output, a weight ③ at a hidden unit. */
const arrivalOf = (set: SetOfThree): PlaceId => set.error ?? set.paths[0]!.places.at(-1)!;
const arrival = ({ network, edge }: Facts): PlaceId => arrivalOf(setOfThree(network, edge));
const nextValve = ({ network, edge }: Facts): PlaceId => setOfThree(network, edge).paths[0]!.places.at(-2)!;
/** The last path is the one that is easiest to leave out. */
const lastPath = ({ network, edge }: Facts): PlaceId =>
  setOfThree(network, edge).paths.at(-1)!.places.at(-1)!;

/** In the order in which they are named when several explain the same answer. */
const RULES: readonly MistakeRule[] = [
  {
    id: 'slope-missing',
    workings: ({ slope }) => (slope === null ? [] : [{ slope: 1 }]),
    place: ownValve,
  },
  {
    id: 'slope-activation',
    workings: ({ slope, a }) => (slope === null ? [] : [{ slope: a }]),
    place: ownValve,
  },
  {
    id: 'slope-of-output',
    workings: ({ slopeOfOutput }) => (slopeOfOutput === null ? [] : [{ slope: slopeOfOutput }]),
    place: ownValve,
  },
  { id: 'sign', workings: () => [{ factor: -1 }], place: arrival },
  {
    id: 'sum-one-path',
    workings: ({ next }) => (next.length < 2 ? [] : next.map(({ weight, delta }) => ({ S: weight * delta }))),
    place: lastPath,
  },
  {
    id: 'sum-no-weights',
    workings: (facts) =>
      facts.next.length === 0 ? [] : [{ S: sumOver(facts, (k) => facts.next[k]!.delta) }],
    place: arrival,
  },
  {
    id: 'sum-updated-weights',
    workings: (facts) => {
      const { next, a, network } = facts;
      if (next.length === 0) return [];
      const updated = (k: number): number => next[k]!.weight - network.learningRate * next[k]!.delta * a;
      return [{ S: sumOver(facts, (k) => updated(k) * next[k]!.delta) }];
    },
    place: arrival,
  },
  {
    id: 'sum-raw-error',
    workings: (facts) => {
      const { next } = facts;
      if (next.length === 0 || next.some(({ arriving }) => arriving === null)) return [];
      return [{ S: sumOver(facts, (k) => next[k]!.weight * next[k]!.arriving!) }];
    },
    place: nextValve,
  },
  {
    id: 'input-missing',
    workings: ({ edge }) => (isBias(edge) ? [] : [{ x: 1 }]),
    place: ownInput,
  },
  { id: 'input-wrong', workings: ({ otherInputs }) => otherInputs.map((x) => ({ x })), place: ownInput },
  {
    id: 'input-own-output',
    workings: ({ edge, a }) => (isBias(edge) ? [] : [{ x: a }]),
    place: ownInput,
  },
  {
    id: 'rate-applied',
    workings: ({ network }) => [{ factor: network.learningRate, onlyG: true }],
    place: ownInput,
  },
  {
    id: 'slip',
    workings: () => [-3, -2, -1, 1, 2, 3].map((power) => ({ factor: 10 ** power })),
    place: ownInput,
  },
];

/** What a working comes to for one part, or undefined where the mistake cannot show in it. */
function valueOf(facts: Facts, working: Working, part: ContributionNumber): number | undefined {
  if (working.onlyG && part !== 'G') return undefined;
  const factor = working.factor ?? 1;
  const S = working.S ?? facts.arriving ?? facts.delta;
  if (part === 'S') return working.slope === undefined && working.x === undefined ? factor * S : undefined;
  if (part === 'delta' && working.x !== undefined) return undefined;
  const touchesDelta = working.S !== undefined || working.slope !== undefined;
  const delta = touchesDelta ? S * (working.slope ?? facts.slope ?? 1) : facts.delta;
  return factor * (part === 'delta' ? delta : delta * (working.x ?? facts.x));
}

/** Every value that a known mistake would give for a part, in the order in which mistakes are named. */
export function candidates(facts: Facts, part: ContributionNumber): Candidate[] {
  return RULES.flatMap((rule) =>
    rule.workings(facts).flatMap((working): Candidate[] => {
      const value = valueOf(facts, working, part);
      return value === undefined ? [] : [{ id: rule.id, place: rule.place(facts), value }];
    }),
  );
}

/** How a set of three goes wrong in all the known ways: as it would be written down. */
export function mistakenWorkings(facts: Facts): Working[] {
  return RULES.flatMap((rule) => rule.workings(facts));
}
