import { edgesInto, type UnitRef } from '../../maths/unit.ts';
import type { Facts } from '../facts.ts';
import { edgePlace } from '../mistakes/places.ts';
import { placeId, type PlaceId, placesOf, type SetOfThree, setOfThree } from '../places/place.ts';
import { placeKindOf } from '../places/placeId.ts';
import type { Mistake, MistakeId } from '../question.ts';

/** Places taken for a set of three, and what that leaves open. */
interface TakenPlaces {
  readonly facts: Facts;
  readonly set: SetOfThree;
  readonly taken: ReadonlySet<PlaceId>;
  /** Places taken that are no part of the set. */
  readonly extra: readonly PlaceId[];
}

type Report = (id: MistakeId, place: PlaceId) => void;

const output = ({ network }: Facts, unit: UnitRef): PlaceId => placeId(network, { kind: 'output', unit });

/** Finds the weights that would be the ③ of the paths if rows were columns; none where the matrix is not square. */
function transposed({ network, edge, next }: Facts): PlaceId[] {
  const layer = edge.layer + 1;
  if (network.weights[edge.layer]?.length !== next.length) return [];
  return edgesInto(network, { layer, index: edge.to })
    .filter(({ from }) => from !== edge.to)
    .map((weight) => edgePlace(network, weight));
}

/** Explains the arriving error: a path left out, or a place on a path. */
function explainPaths({ facts, set, taken, extra }: TakenPlaces, report: Report): void {
  const usedPaths = set.paths.filter((path) => path.places.some((place) => taken.has(place)));
  const unusedPath = set.paths.find((path) => !usedPaths.includes(path));
  const transposedWeights = transposed(facts);
  for (const path of usedPaths) {
    const weight = path.places.at(-1)!;
    if (taken.has(weight)) continue;
    const others = extra.filter((place) => placeKindOf(place) === 'weight');
    if (transposedWeights.length > 0 && transposedWeights.every((place) => taken.has(place)))
      report('sum-transposed', weight);
    else if (others.some((place) => !transposedWeights.includes(place))) report('weight-wrong', weight);
  }
  if (usedPaths.length > 0 && unusedPath) report('sum-one-path', unusedPath.places[0]!);
  for (const path of usedPaths) {
    const weight = path.places.at(-1)!;
    if (!taken.has(weight)) report('sum-no-weights', weight);
    const valve = path.places.find((place) => placeKindOf(place) === 'valve');
    if (valve && !taken.has(valve)) report('sum-raw-error', valve);
  }
}

function explainValve({ set, taken, extra }: TakenPlaces, report: Report): void {
  if (set.valve === undefined || taken.has(set.valve)) return;
  const isOther = extra.some((place) => placeKindOf(place) === 'valve');
  report(isOther ? 'slope-wrong-unit' : 'slope-missing', set.valve);
}

function explainInput({ facts, set, taken, extra }: TakenPlaces, report: Report): void {
  const { edge, network } = facts;
  if (set.input === undefined || taken.has(set.input)) return;
  const siblings = edgesInto(network, { layer: edge.layer, index: edge.to }).map(({ from }) =>
    output(facts, { layer: edge.layer - 1, index: from }),
  );
  if (siblings.some((place) => taken.has(place))) report('input-wrong', set.input);
  else if (taken.has(output(facts, { layer: edge.layer, index: edge.to })))
    report('input-own-output', set.input);
  else if (extra.includes(edgePlace(network, edge))) report('input-weight', set.input);
  else report('input-missing', set.input);
}

/** Finds the mistakes that a wrong set of places shows, most telling first. */
export function explainPlaces(facts: Facts, taken: ReadonlySet<PlaceId>): Mistake[] {
  const set = setOfThree(facts.network, facts.edge);
  const wanted = placesOf(set);
  const extra = [...taken].filter((place) => !wanted.includes(place));
  const mistakes: Mistake[] = [];
  const report: Report = (id, place) => {
    if (!mistakes.some((mistake) => mistake.id === id)) mistakes.push({ id, place });
  };
  const takenPlaces: TakenPlaces = { facts, set, taken, extra };
  explainPaths(takenPlaces, report);
  explainValve(takenPlaces, report);
  explainInput(takenPlaces, report);
  // No place is missing: then the set has a place too many.
  if (mistakes.length === 0 && extra.length > 0) report('place-extra', extra[0]!);
  return mistakes;
}
