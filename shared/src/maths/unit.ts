import { type Network, outputLayer, unitsInLayer } from './network.ts';

/** A unit's address. Layer 0 is the input layer; `index` counts from 0. */
export interface UnitRef {
  readonly layer: number;
  readonly index: number;
}

/** A weight's address: from a unit of the layer before into unit `to` of `layer` (≥ 1). */
export interface EdgeRef {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/** `x1`, `h1`, `y1`; with several hidden layers `h2.1` is hidden layer 2, unit 1. */
export function unitName(network: Network, { layer, index }: UnitRef): string {
  if (layer === 0) return `x${index + 1}`;
  if (layer === outputLayer(network)) return `y${index + 1}`;
  return outputLayer(network) > 2 ? `h${layer}.${index + 1}` : `h${index + 1}`;
}

/** Every unit, input layer first, in the order in which they are drawn and read out. */
export function allUnits(network: Network): UnitRef[] {
  const layers = Array.from({ length: outputLayer(network) + 1 }, (_, layer) => layer);
  return layers.flatMap((layer) =>
    Array.from({ length: unitsInLayer(network, layer) }, (_, index) => ({ layer, index })),
  );
}

/** The unit of that name, or undefined when the network has none. */
export function unitByName(network: Network, name: string): UnitRef | undefined {
  return allUnits(network).find((unit) => unitName(network, unit) === name);
}

/** `x1→h1`: the way a weight is written wherever a person reads it. */
export function edgeName(network: Network, { layer, from, to }: EdgeRef): string {
  return `${unitName(network, { layer: layer - 1, index: from })}→${unitName(network, { layer, index: to })}`;
}

/** The weights into a unit, in the order of the units they come from. */
export function edgesInto(network: Network, unit: UnitRef): EdgeRef[] {
  if (unit.layer === 0) return [];
  return Array.from({ length: unitsInLayer(network, unit.layer - 1) }, (_, from) => ({
    layer: unit.layer,
    from,
    to: unit.index,
  }));
}
