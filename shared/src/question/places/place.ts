import { slopesOf } from '../../maths/activation.ts';
import { backward } from '../../maths/backward.ts';
import { errorOf } from '../../maths/loss.ts';
import {
  type ForwardPass,
  type Network,
  outputLayer,
  type Sample,
  unitsInLayer,
} from '../../maths/network.ts';
import {
  allUnits,
  type EdgeRef,
  edgesInto,
  isBias,
  type UnitRef,
  unitByName,
  unitName,
  type WeightRef,
} from '../../maths/unit.ts';
import {
  parsePlaceId,
  type PlaceId,
  placeKindOf,
  type UnitPlaceKind,
  unitPlaceId,
  weightPlaceId,
} from './placeId.ts';

export type { PlaceId } from './placeId.ts';

export type Place =
  | { readonly kind: UnitPlaceKind; readonly unit: UnitRef }
  | { readonly kind: 'weight'; readonly edge: WeightRef };

export function placeId(network: Network, place: Place): PlaceId {
  if (place.kind !== 'weight') return unitPlaceId(place.kind, unitName(network, place.unit));
  const { layer, from, to } = place.edge;
  const source = unitName(network, { layer: layer - 1, index: from });
  return weightPlaceId(source, unitName(network, { layer, index: to }));
}

const weightId = (network: Network, edge: WeightRef): PlaceId => placeId(network, { kind: 'weight', edge });

/** Tells whether δ at the outputs is y − t, with no slope of one unit before it. */
function isSoftmax(network: Network): boolean {
  return network.layers.at(-1)!.activation === 'softmax';
}

/** Finds the place of that name; undefined when this network has none. */
export function placeById(network: Network, id: string): Place | undefined {
  const parsed = parsePlaceId(id);
  if (!parsed) return undefined;
  if (parsed.kind === 'weight') {
    const [source, target] = [parsed.from, parsed.to].map((name) => unitByName(network, name));
    if (!source || !target || source.layer !== target.layer - 1) return undefined;
    return { kind: 'weight', edge: { layer: target.layer, from: source.index, to: target.index } };
  }
  const unit = unitByName(network, parsed.unit);
  if (!unit) return undefined;
  const place: Place = { kind: parsed.kind, unit };
  if (place.kind === 'bias') return unit.layer > 0 ? place : undefined;
  return placesOfUnit(network, unit).includes(placeId(network, place)) ? place : undefined;
}

/**
 * Lists the places at one unit: those that arrive from the right, its valve, the weights into it, its output.
 * Its bias is no part of any set of three; it is a place only to point at.
 */
export function placesOfUnit(network: Network, unit: UnitRef): PlaceId[] {
  const last = outputLayer(network);
  const own = (kind: UnitPlaceKind): PlaceId => placeId(network, { kind, unit });
  if (unit.layer === 0) return [own('output')];
  const places: PlaceId[] = [];
  if (unit.layer === last) places.push(own('error'));
  if (unit.layer < last && unit.layer > 1) places.push(own('parcel'));
  if (unit.layer < last || !isSoftmax(network)) places.push(own('valve'));
  for (const edge of edgesInto(network, unit)) places.push(weightId(network, edge));
  places.push(own('output'));
  return places;
}

export function allPlaces(network: Network): PlaceId[] {
  return allUnits(network).flatMap((unit) => placesOfUnit(network, unit));
}

/** Places that one unit of the next layer contributes: its ①② (or its parcel) and the ③ to the unit asked. */
interface Path {
  readonly from: UnitRef;
  readonly places: readonly PlaceId[];
}

/** Places that the gradient of one weight is made of, as the article groups and numbers them. */
export interface SetOfThree {
  /** One path per unit of the next layer at a hidden unit, added up by Σ; empty at an output. */
  readonly paths: readonly Path[];
  /** ① of an output unit; undefined at a hidden unit. */
  readonly error: PlaceId | undefined;
  /** ② of an output unit, ④ of a hidden one; undefined at a softmax output, which has no valve of its own. */
  readonly valve: PlaceId | undefined;
  /** ⑤; undefined for a bias, whose input is always 1. */
  readonly input: PlaceId | undefined;
}

/** Finds the places that the gradient of `edge` is made of. */
export function setOfThree(network: Network, edge: EdgeRef): SetOfThree {
  const unit: UnitRef = { layer: edge.layer, index: edge.to };
  const last = outputLayer(network);
  const id = (kind: UnitPlaceKind, of: UnitRef): PlaceId => placeId(network, { kind, unit: of });
  const input = isBias(edge) ? undefined : id('output', { layer: edge.layer - 1, index: edge.from });
  if (unit.layer === last) {
    const valve = isSoftmax(network) ? undefined : id('valve', unit);
    return { paths: [], error: id('error', unit), valve, input };
  }
  const next = unit.layer + 1;
  const paths = Array.from({ length: unitsInLayer(network, next) }, (_, k): Path => {
    const from: UnitRef = { layer: next, index: k };
    const weight = weightId(network, { layer: next, from: unit.index, to: k });
    if (next < last) return { from, places: [id('parcel', from), weight] };
    return isSoftmax(network)
      ? { from, places: [id('error', from), weight] }
      : { from, places: [id('error', from), id('valve', from), weight] };
  });
  return { paths, error: undefined, valve: id('valve', unit), input };
}

/** Places that a unit knows before any error signal arrives: its valve and the input. */
export function ownPlaces({ valve, input }: SetOfThree): PlaceId[] {
  return [valve, input].filter((place) => place !== undefined);
}

/** Places of a set of three as one list, in the article's order. */
export function placesOf(set: SetOfThree): PlaceId[] {
  return [
    ...set.paths.flatMap((path) => path.places),
    ...(set.error ? [set.error] : []),
    ...(set.valve ? [set.valve] : []),
    ...(set.input ? [set.input] : []),
  ];
}

/** The article's number of a place, 1–5; a parcel stands for ① and ② and is called 2. */
export function placeNumber(set: SetOfThree, place: PlaceId): 1 | 2 | 3 | 4 | 5 | undefined {
  if (place === set.input) return 5;
  if (place === set.error) return 1;
  if (place === set.valve) return set.error ? 2 : 4;
  if (!set.paths.some((path) => path.places.includes(place))) return undefined;
  const kind = placeKindOf(place);
  return kind === 'error' ? 1 : kind === 'weight' ? 3 : 2;
}

/**
 * Value at a place. At a softmax output the error is y − t, which is already δ.
 *
 * @param pass  result of `forward(network, sample.x)`
 * @throws {RangeError} the network has no such place
 */
export function valueAt(network: Network, pass: ForwardPass, sample: Sample, id: PlaceId): number {
  const place = placeById(network, id);
  if (!place) throw new RangeError(`no place ${id} in this network`);
  if (place.kind === 'weight') {
    const { layer, from, to } = place.edge;
    return network.weights[layer - 1]![from]![to]!;
  }
  const { layer, index } = place.unit;
  switch (place.kind) {
    case 'bias':
      return network.biases[layer - 1]![index]!;
    case 'output':
      return layer === 0 ? pass.x[index]! : pass.outputs[layer - 1]![index]!;
    case 'valve':
      return slopesOf(network.layers[layer - 1]!, pass.sums[layer - 1]!)![index]!;
    case 'parcel':
      return backward(network, pass, sample.t).deltas[layer - 1]![index]!;
    case 'error': {
      const y = pass.outputs[layer - 1]!;
      return isSoftmax(network) ? y[index]! - sample.t[index]! : errorOf(network.loss, y, sample.t)[index]!;
    }
  }
}
