import { type Network, outputLayer, type Parameters, unitsInLayer } from './network.ts';

/** A unit's address. Layer 0 is the input layer; `index` counts from 0. */
export interface UnitRef {
  readonly layer: number;
  readonly index: number;
}

/** A weight's address: from a unit of the layer before into unit `to` of `layer` (≥ 1). */
export interface WeightRef {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/** A bias's address: the weight into unit `to` of `layer` whose input is always 1. */
export interface BiasRef {
  readonly layer: number;
  readonly from: 'bias';
  readonly to: number;
}

/** Edge in question (◆): a weight or a bias. */
export type EdgeRef = WeightRef | BiasRef;

export function isBias(edge: EdgeRef): edge is BiasRef {
  return edge.from === 'bias';
}

/** Name of a unit: `x1`, `h1`, `y1`; with several hidden layers `h2.1` is hidden layer 2, unit 1. */
export function unitName(network: Network, { layer, index }: UnitRef): string {
  if (layer === 0) return `x${index + 1}`;
  if (layer === outputLayer(network)) return `y${index + 1}`;
  return outputLayer(network) > 2 ? `h${layer}.${index + 1}` : `h${index + 1}`;
}

/** Tells whether a unit of that name is an input. */
export function isInputName(name: string): boolean {
  return name.startsWith('x');
}

/** All units, input layer first, in drawing and reading order. */
export function allUnits(network: Network): UnitRef[] {
  const layers = Array.from({ length: outputLayer(network) + 1 }, (_, layer) => layer);
  return layers.flatMap((layer) =>
    Array.from({ length: unitsInLayer(network, layer) }, (_, index) => ({ layer, index })),
  );
}

/** Unit of that name; undefined when the network has none. */
export function unitByName(network: Network, name: string): UnitRef | undefined {
  return allUnits(network).find((unit) => unitName(network, unit) === name);
}

/** Name of a weight or bias as people read it: `x1→h1`, or `1→h1` for a bias. */
export function edgeName(network: Network, { layer, from, to }: EdgeRef): string {
  const source = from === 'bias' ? '1' : unitName(network, { layer: layer - 1, index: from });
  return `${source}→${unitName(network, { layer, index: to })}`;
}

/** Value of a weight or bias among parameters of the network's shape, such as its own or its gradient. */
export function valueOfEdge({ weights, biases }: Parameters, { layer, from, to }: EdgeRef): number {
  return from === 'bias' ? biases[layer - 1]![to]! : weights[layer - 1]![from]![to]!;
}

/** Weights into a unit, in the order of the units they come from. */
export function edgesInto(network: Network, unit: UnitRef): WeightRef[] {
  if (unit.layer === 0) return [];
  return Array.from({ length: unitsInLayer(network, unit.layer - 1) }, (_, from) => ({
    layer: unit.layer,
    from,
    to: unit.index,
  }));
}
