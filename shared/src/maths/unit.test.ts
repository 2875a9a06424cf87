import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networks } from '../testing/arbitraries.ts';
import type { Network } from './network.ts';
import {
  allUnits,
  type EdgeRef,
  edgeName,
  edgesInto,
  isBias,
  unitByName,
  unitName,
  valueOfEdge,
} from './unit.ts';
import { withEdge } from './update.ts';

/** Network whose weights and biases all differ: 100·layer + 10·from + to, a bias 1000 more and from 0. */
function numbered(...units: readonly number[]): Network {
  const layers = units.slice(1);
  return {
    inputs: units[0]!,
    layers: layers.map((count) => ({ units: count, activation: 'identity' })),
    loss: 'half-squared-error',
    learningRate: 1,
    updateBiases: true,
    snap: null,
    weights: layers.map((to, l) =>
      Array.from({ length: units[l]! }, (_, i) =>
        Array.from({ length: to }, (__, j) => 100 * (l + 1) + 10 * i + j),
      ),
    ),
    biases: layers.map((to, l) => Array.from({ length: to }, (_, j) => 1000 + 100 * (l + 1) + j)),
  };
}

const shallow = numbered(2, 3, 1);
const deep = numbered(2, 2, 3, 1);
const namesOf = (network: Network): string[] => allUnits(network).map((unit) => unitName(network, unit));

test('unitName: in reading order, with the layer number where there are several hidden layers', () => {
  expect(namesOf(numbered(2, 1))).toEqual(['x1', 'x2', 'y1']);
  expect(namesOf(shallow)).toEqual(['x1', 'x2', 'h1', 'h2', 'h3', 'y1']);
  expect(namesOf(deep)).toEqual(['x1', 'x2', 'h1.1', 'h1.2', 'h2.1', 'h2.2', 'h2.3', 'y1']);
});

test('unitByName: finds a unit by its name, and by no other', () => {
  for (const network of [shallow, deep]) {
    for (const unit of allUnits(network)) {
      expect(unitByName(network, unitName(network, unit))).toEqual(unit);
    }
  }
  expect(unitByName(shallow, 'h4')).toBeUndefined();
  expect(unitByName(deep, 'h1')).toBeUndefined();
});

test('edgeName: from → to, a bias from 1', () => {
  expect(edgeName(shallow, { layer: 1, from: 1, to: 2 })).toBe('x2→h3');
  expect(edgeName(shallow, { layer: 2, from: 2, to: 0 })).toBe('h3→y1');
  expect(edgeName(deep, { layer: 2, from: 0, to: 1 })).toBe('h1.1→h2.2');
  expect(edgeName(deep, { layer: 3, from: 'bias', to: 0 })).toBe('1→y1');
});

test('valueOfEdge: gives the weight’s or bias’s own value', () => {
  expect(valueOfEdge(deep, { layer: 2, from: 1, to: 2 })).toBe(212);
  expect(valueOfEdge(deep, { layer: 2, from: 'bias', to: 2 })).toBe(1202);
  expect([isBias({ layer: 1, from: 'bias', to: 0 }), isBias({ layer: 1, from: 0, to: 0 })]).toEqual([
    true,
    false,
  ]);
});

test('edgesInto: a weight from every unit before; none for an input', () => {
  expect(edgesInto(deep, { layer: 2, index: 1 })).toEqual([
    { layer: 2, from: 0, to: 1 },
    { layer: 2, from: 1, to: 1 },
  ]);
  expect(edgesInto(deep, { layer: 3, index: 0 })).toHaveLength(3);
  expect(edgesInto(deep, { layer: 0, index: 1 })).toEqual([]);
});

test('withEdge: sets that edge and no other, the old network untouched', () => {
  fc.assert(
    fc.property(networks(), fc.nat(), fc.nat(), fc.nat(), fc.boolean(), ({ network }, a, b, c, bias) => {
      const frozen = JSON.stringify(network);
      const layer = 1 + (a % network.layers.length);
      const matrix = network.weights[layer - 1]!;
      const edge: EdgeRef = {
        layer,
        from: bias ? 'bias' : b % matrix.length,
        to: c % network.biases[layer - 1]!.length,
      };
      const changed = withEdge(network, edge, 7);
      expect(valueOfEdge(changed, edge)).toBe(7);
      expect(withEdge(changed, edge, valueOfEdge(network, edge))).toEqual(network);
      expect(JSON.stringify(network)).toBe(frozen);
    }),
  );
});
