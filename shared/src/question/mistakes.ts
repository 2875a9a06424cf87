import type { UnitRef } from '../maths/unit.ts';
import { acceptedInterval, isInside, truthOf } from './accepted.ts';
import type { Facts } from './facts.ts';
import { placeId, type PlaceId, setOfThree } from './place.ts';
import type { Mistake, MistakeId, Part } from './question.ts';

type NumericPart = Exclude<Part, 'places'>;

/** A set of three in which something went wrong: what the player had in place of S, f′ and x. */
interface Working {
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
  return set.valve ?? set.error ?? set.input;
};
const ownInput = ({ network, edge }: Facts): PlaceId => setOfThree(network, edge).input;
/** The first place of what arrives: ① at an output, a weight ③ at a hidden unit. */
const arrival = ({ network, edge }: Facts): PlaceId => {
  const set = setOfThree(network, edge);
  return set.error ?? set.paths[0]!.places.at(-1)!;
};
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
  { id: 'input-missing', workings: () => [{ x: 1 }], place: ownInput },
  { id: 'input-wrong', workings: ({ otherInputs }) => otherInputs.map((x) => ({ x })), place: ownInput },
  { id: 'input-own-output', workings: ({ a }) => [{ x: a }], place: ownInput },
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
function valueOf(facts: Facts, working: Working, part: NumericPart): number | undefined {
  if (working.onlyG && part !== 'G') return undefined;
  const factor = working.factor ?? 1;
  const S = working.S ?? facts.arriving ?? facts.delta;
  if (part === 'S') return working.slope === undefined && working.x === undefined ? factor * S : undefined;
  if (part === 'delta' && working.x !== undefined) return undefined;
  const touchesDelta = working.S !== undefined || working.slope !== undefined;
  const delta = touchesDelta ? S * (working.slope ?? facts.slope ?? 1) : facts.delta;
  return factor * (part === 'delta' ? delta : delta * (working.x ?? facts.x));
}

export interface Candidate extends Mistake {
  readonly value: number;
}

/** Every value that a known mistake would give for a part, in the order in which mistakes are named. */
export function candidates(facts: Facts, part: NumericPart): Candidate[] {
  return RULES.flatMap((rule) =>
    rule.workings(facts).flatMap((working): Candidate[] => {
      const value = valueOf(facts, working, part);
      return value === undefined ? [] : [{ id: rule.id, place: rule.place(facts), value }];
    }),
  );
}

/** Mistakes whose value would be taken for right in this question: nobody can be told of them. */
export function inseparableMistakes(facts: Facts, part: NumericPart): MistakeId[] {
  const accepted = acceptedInterval(facts, part);
  return unique(
    candidates(facts, part)
      .filter(({ value }) => isInside(value, accepted))
      .map(({ id }) => id),
  );
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** How near an answer must come to a mistake's value to show it. */
const RECOGNISED = 0.01;

/**
 * The mistakes that explain a wrong number, most telling first.
 *
 * @param value    what was read
 * @param figures  how many significant figures it was given with; null: exact
 */
export function explainNumber(
  facts: Facts,
  part: NumericPart,
  value: number,
  figures: number | null,
): Mistake[] {
  const truth = truthOf(facts, part);
  if (Math.abs(truth) < 1e-12) return [];
  const accepted = acceptedInterval(facts, part);
  const near = (candidate: number): boolean => {
    if (isInside(candidate, accepted)) return false;
    const off = Math.abs(value - candidate);
    return off <= RECOGNISED * Math.abs(candidate) || (figures !== null && off <= halfUnit(value, figures));
  };
  const found = candidates(facts, part).filter((candidate) => near(candidate.value));
  return found
    .filter((mistake, i) => found.findIndex(({ id }) => id === mistake.id) === i)
    .map(({ id, place }) => ({ id, place }));
}

/** Half a unit in the last significant figure. 0 has no figures to speak of. */
function halfUnit(value: number, figures: number): number {
  if (value === 0) return 0;
  return 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - figures + 1);
}

/** The mistakes that a wrong set of places shows, most telling first. */
export function explainPlaces(facts: Facts, taken: ReadonlySet<PlaceId>): Mistake[] {
  const { network, edge } = facts;
  const set = setOfThree(network, edge);
  const missing = (place: PlaceId | undefined): place is PlaceId => place !== undefined && !taken.has(place);
  const own = (kind: 'output', unit: UnitRef): PlaceId => placeId(network, { kind, unit });
  const mistakes: Mistake[] = [];
  const add = (id: MistakeId, place: PlaceId): void => {
    mistakes.push({ id, place });
  };

  const halfTaken = set.paths.filter((path) => path.places.some((place) => taken.has(place)));
  const skipped = set.paths.find((path) => !halfTaken.includes(path));
  if (halfTaken.length > 0 && skipped) add('sum-one-path', skipped.places[0]!);
  for (const path of halfTaken) {
    const weight = path.places.at(-1)!;
    const before = path.places.slice(0, -1);
    if (missing(weight)) add('sum-no-weights', weight);
    const valve = before.find((place) => place.startsWith('f:'));
    if (missing(valve)) add('sum-raw-error', valve);
  }
  if (missing(set.valve)) add('slope-missing', set.valve);
  if (missing(set.input)) {
    const self = own('output', { layer: edge.layer, index: edge.to });
    const siblings = [...taken].some(
      (place) => place.startsWith('o:') && place !== self && isFromLayer(facts, place, edge.layer - 1),
    );
    add(siblings ? 'input-wrong' : taken.has(self) ? 'input-own-output' : 'input-missing', set.input);
  }
  return mistakes.filter((mistake, i) => mistakes.findIndex(({ id }) => id === mistake.id) === i);
}

function isFromLayer({ network }: Facts, place: PlaceId, layer: number): boolean {
  const count = layer === 0 ? network.inputs : network.layers[layer - 1]!.units;
  return Array.from({ length: count }, (_, index) =>
    placeId(network, { kind: 'output', unit: { layer, index } }),
  ).includes(place);
}
