import { expect, test } from 'vitest';
import { WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { factsOf } from '../facts.ts';
import { arrivalPlace, beforeWeight, edgePlace, ownInput, ownValve, pathWeight, unitOf } from './places.ts';

const HIDDEN = { layer: 1, from: 1, to: 0 };
const OUTPUT = { layer: 2, from: 1, to: 0 };
const SOFTMAX: Partial<Network> = {
  layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }],
  loss: 'cross-entropy',
};
const facts = (edge: EdgeRef, changed: Partial<Network> = {}) =>
  factsOf(workedSituation(changed, { x: [2, 3], t: [1, 0] }), edge);

test('edgePlace: a weight and a bias are places, at the unit they lead into', () => {
  expect(edgePlace(WORKED, HIDDEN)).toBe('w:x2>h1');
  expect(edgePlace(WORKED, { layer: 2, from: 'bias', to: 1 })).toBe('b:y2');
  expect(unitOf(OUTPUT)).toEqual({ layer: 2, index: 0 });
});

test('arrivalPlace: the error at an output, the first weight of a path at a hidden unit', () => {
  expect(arrivalPlace(facts(OUTPUT))).toBe('e:y1');
  expect(arrivalPlace(facts(HIDDEN))).toBe('w:h1>y1');
});

test('ownValve: the unit’s own valve; at a softmax output the error', () => {
  expect(ownValve(facts(OUTPUT))).toBe('f:y1');
  expect(ownValve(facts(HIDDEN))).toBe('f:h1');
  expect(ownValve(facts(OUTPUT, SOFTMAX))).toBe('e:y1');
});

test('ownInput: the output of the unit before; for a bias the bias itself', () => {
  expect(ownInput(facts(OUTPUT))).toBe('o:h2');
  expect(ownInput(facts(HIDDEN))).toBe('o:x2');
  expect(ownInput(facts({ layer: 1, from: 'bias', to: 0 }))).toBe('b:h1');
});

test('path places: the weight of each path, and before it the valve, or the error of a softmax', () => {
  expect([0, 1].map((k) => pathWeight(facts(HIDDEN), k))).toEqual(['w:h1>y1', 'w:h1>y2']);
  expect([0, 1].map((k) => beforeWeight(facts(HIDDEN), k))).toEqual(['f:y1', 'f:y2']);
  expect(beforeWeight(facts(HIDDEN, SOFTMAX), 1)).toBe('e:y2');
});
