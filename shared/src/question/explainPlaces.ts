import type { UnitRef } from '../maths/unit.ts';
import type { Facts } from './facts.ts';
import { placeId, type PlaceId, setOfThree } from './place.ts';
import type { Mistake, MistakeId } from './question.ts';

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
