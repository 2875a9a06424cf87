import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '../../network/networkFile.ts';
import { presetById } from '../../network/presets.ts';
import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import { allUnits, edgeName, edgesInto, unitByName, unitName } from '../../maths/unit.ts';
import { networks } from '../../testing/arbitraries.ts';
import { WORKED, workedSituation } from '../../testing/handWorked.ts';
import {
  allPlaces,
  placeById,
  placeId,
  placeNumber,
  placesOf,
  placesOfUnit,
  setOfThree,
  valueAt,
} from './place.ts';

const mazur = networkOf(presetById('mazur')!);

test('unit and edge names are those that players read', () => {
  expect(allUnits(mazur).map((unit) => unitName(mazur, unit))).toEqual(['x1', 'x2', 'h1', 'h2', 'y1', 'y2']);
  expect(edgeName(mazur, { layer: 2, from: 1, to: 0 })).toBe('h2→y1');
  const deep = { ...mazur, layers: [mazur.layers[0]!, mazur.layers[0]!, mazur.layers[1]!] };
  expect(unitName(deep, { layer: 2, index: 0 })).toBe('h2.1');
  expect(unitByName(deep, 'h2.1')).toEqual({ layer: 2, index: 0 });
});

test('set of three at an output: ① error, ② valve, ⑤ input', () => {
  const set = setOfThree(mazur, { layer: 2, from: 1, to: 0 });
  expect(placesOf(set)).toEqual(['e:y1', 'f:y1', 'o:h2']);
  expect(placesOf(set).map((place) => placeNumber(set, place))).toEqual([1, 2, 5]);
  expect(placeNumber(set, 'f:h2')).toBeUndefined();
});

test('set of three at a hidden unit: ①②③ of every output, then ④ ⑤', () => {
  const set = setOfThree(mazur, { layer: 1, from: 0, to: 1 });
  expect(placesOf(set)).toEqual(['e:y1', 'f:y1', 'w:h2>y1', 'e:y2', 'f:y2', 'w:h2>y2', 'f:h2', 'o:x1']);
  expect(placesOf(set).map((place) => placeNumber(set, place))).toEqual([1, 2, 3, 1, 2, 3, 4, 5]);
});

test('set of three with softmax: the error at an output is δ', () => {
  const softmax = networkOf(presetById('softmax')!);
  expect(placesOf(setOfThree(softmax, { layer: 2, from: 0, to: 2 }))).toEqual(['e:y3', 'o:h1']);
  expect(allPlaces(softmax)).not.toContain('f:y1');
  expect(placeById(softmax, 'f:y1')).toBeUndefined();
});

test('placeById: finds every place by its name and by nothing else', () => {
  fc.assert(
    fc.property(networks(), fc.string(), ({ network }, name) => {
      for (const id of allPlaces(network)) expect(placeId(network, placeById(network, id)!)).toBe(id);
      if (!allPlaces(network).includes(name as never)) expect(placeById(network, name)).toBeUndefined();
    }),
  );
});

test('values at the places of a weight: multiply and add up to its gradient', () => {
  fc.assert(
    fc.property(networks(), ({ network, sample }) => {
      const pass = forward(network, sample.x);
      const { gradients } = backward(network, pass, sample.t);
      fc.pre(gradients.weights.flat(2).every(Number.isFinite));
      for (const unit of allUnits(network)) {
        for (const edge of edgesInto(network, unit)) {
          const set = setOfThree(network, edge);
          const value = (place: Parameters<typeof valueAt>[3]) => valueAt(network, pass, sample, place);
          const product = (places: readonly Parameters<typeof valueAt>[3][]) =>
            places.reduce((total, place) => total * value(place), 1);
          const arrives = set.error
            ? value(set.error)
            : set.paths.reduce((sum, path) => sum + product(path.places), 0);
          const found = arrives * (set.valve ? value(set.valve) : 1) * value(set.input!);
          const truth = gradients.weights[edge.layer - 1]![edge.from]![edge.to]!;
          // A saturated sigmoid under cross-entropy is 0/0 along the three; the game computes y − t there.
          if (Number.isFinite(found))
            expect(Math.abs(found - truth)).toBeLessThanOrEqual(1e-9 + 1e-7 * Math.abs(truth));
        }
      }
    }),
  );
});

/** 2-2-2 with another hidden layer in front. */
const DEEP = {
  ...WORKED,
  layers: [WORKED.layers[0]!, ...WORKED.layers],
  weights: [WORKED.weights[0]!, ...WORKED.weights],
  biases: [WORKED.biases[0]!, ...WORKED.biases],
};

test('placesOfUnit: lists places from right to left', () => {
  const at = (network: typeof WORKED, layer: number) => placesOfUnit(network, { layer, index: 0 });
  expect(at(WORKED, 0)).toEqual(['o:x1']);
  expect(at(WORKED, 1)).toEqual(['f:h1', 'w:x1>h1', 'w:x2>h1', 'o:h1']);
  expect(at(WORKED, 2)).toEqual(['e:y1', 'f:y1', 'w:h1>y1', 'w:h2>y1', 'o:y1']);
  // A parcel is a place only where another hidden layer lies before its unit.
  expect(at(DEEP, 1)).toEqual(['f:h1.1', 'w:x1>h1.1', 'w:x2>h1.1', 'o:h1.1']);
  expect(at(DEEP, 2)).toEqual(['p:h2.1', 'f:h2.1', 'w:h1.1>h2.1', 'w:h1.2>h2.1', 'o:h2.1']);
});

test.each([
  'exy1',
  'e',
  '',
  'z:h1',
  'e:h9',
  'o:',
  'w:x1',
  'w:x1>h9',
  'w:x9>h1',
  'w:h1>x1',
  'w:x1>y1',
  'w:h1>h2',
  'b:x1',
  'b:h9',
  'e:h1',
  'p:h1',
  'f:x1',
])('%s is no place of a network 2-2-2', (id) => {
  expect(placeById(WORKED, id)).toBeUndefined();
});

test('bias: a place to point at, though part of no set of three', () => {
  expect(placeById(WORKED, 'b:h1')).toEqual({ kind: 'bias', unit: { layer: 1, index: 0 } });
  expect(allPlaces(WORKED)).not.toContain('b:h1');
});

test.each([
  ['e:y2', -0.2],
  ['f:y2', 0.24],
  ['f:h1', 0.1875],
  ['w:x2>h1', -1],
  ['w:h1>y2', -1],
  ['o:x2', 3],
  ['o:h2', 0.2],
  ['o:y1', 0.9],
  ['b:y1', Math.log(9) - 1.4],
] as const)('at %s stands %d', (id, value) => {
  const { network, pass, sample } = workedSituation();
  expect(valueAt(network, pass, sample, id)).toBeCloseTo(value, 12);
});

test('valueAt: a parcel has the δ of its unit, the error of a softmax y − t', () => {
  // δ of h2.1 is its S times its own slope, for any first layer.
  const { network, pass, sample, truth } = workedSituation(DEEP);
  const value = valueAt(network, pass, sample, 'p:h2.1');
  expect(value).toBeCloseTo(truth.arriving[1]![0]! * truth.slopes[1]![0]!, 12);
  const softmax = workedSituation(
    { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
    { x: [2, 3], t: [1, 0] },
  );
  const y = 1 / (1 + Math.exp(Math.log(1.5) - Math.log(9)));
  expect(valueAt(softmax.network, softmax.pass, softmax.sample, 'e:y1')).toBeCloseTo(y - 1, 12);
});

test('valueAt: throws where there is no place', () => {
  const { network, pass, sample } = workedSituation();
  expect(() => valueAt(network, pass, sample, 'p:h1')).toThrow(
    new RangeError('no place p:h1 in this network'),
  );
});
