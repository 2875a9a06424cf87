import { type EdgeRef, isBias, type UnitRef } from '../../maths/unit.ts';
import type { Facts } from '../facts.ts';
import { placeId, type PlaceId, type SetOfThree, setOfThree } from '../places/place.ts';
import type { Network } from '../../maths/network.ts';

/** The place of a weight or a bias itself. */
export function edgePlace(network: Network, edge: EdgeRef): PlaceId {
  return isBias(edge)
    ? placeId(network, { kind: 'bias', unit: unitOf(edge) })
    : placeId(network, { kind: 'weight', edge });
}

/** The unit that a weight leads into. */
export const unitOf = ({ layer, to }: EdgeRef): UnitRef => ({ layer, index: to });

/** The first place of the arriving error: ① at an output, a weight ③ at a hidden unit. */
const arrivalOf = (set: SetOfThree): PlaceId => set.error ?? set.paths[0]!.places.at(-1)!;
const setOf = ({ network, edge }: Facts): SetOfThree => setOfThree(network, edge);

export const arrivalPlace = (facts: Facts): PlaceId => arrivalOf(setOf(facts));
export const ownValve = (facts: Facts): PlaceId => {
  const set = setOf(facts);
  return set.valve ?? arrivalOf(set);
};
/** ⑤; for a bias, which has no input place, the bias itself. */
export const ownInput = (facts: Facts): PlaceId => setOf(facts).input ?? edgePlace(facts.network, facts.edge);
/** ③ of the next unit k. */
export const pathWeight = (facts: Facts, k: number): PlaceId => setOf(facts).paths[k]!.places.at(-1)!;
/** The place before ③: the valve ② or the parcel of the next unit k. */
export const beforeWeight = (facts: Facts, k: number): PlaceId => setOf(facts).paths[k]!.places.at(-2)!;

/** A unit of a network. */
interface UnitIn {
  readonly situation: { readonly network: Network };
  readonly unit: UnitRef;
}
export const biasOf = ({ situation, unit }: UnitIn): PlaceId =>
  placeId(situation.network, { kind: 'bias', unit });
export const errorOf = ({ situation, unit }: UnitIn): PlaceId =>
  placeId(situation.network, { kind: 'error', unit });
export const valveOf = ({ situation, unit }: UnitIn): PlaceId =>
  placeId(situation.network, { kind: 'valve', unit });
export const outputOf = ({ situation, unit }: UnitIn): PlaceId =>
  placeId(situation.network, { kind: 'output', unit });
/** The first weight into a unit. */
export const firstWeightOf = ({ situation, unit }: UnitIn): PlaceId =>
  edgePlace(situation.network, { layer: unit.layer, from: 0, to: unit.index });
