import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '../lesson/networkFile.ts';
import { presetById } from '../lesson/presets.ts';
import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import { allUnits, edgeName, edgesInto, unitByName, unitName } from '../maths/unit.ts';
import { networks } from '../testing/arbitraries.ts';
import { allPlaces, placeById, placeId, placeNumber, placesOf, setOfThree, valueAt } from './place.ts';

const mazur = networkOf(presetById('mazur')!);

test('units and edges are named as players read them', () => {
  expect(allUnits(mazur).map((unit) => unitName(mazur, unit))).toEqual(['x1', 'x2', 'h1', 'h2', 'y1', 'y2']);
  expect(edgeName(mazur, { layer: 2, from: 1, to: 0 })).toBe('h2→y1');
  const deep = { ...mazur, layers: [mazur.layers[0]!, mazur.layers[0]!, mazur.layers[1]!] };
  expect(unitName(deep, { layer: 2, index: 0 })).toBe('h2.1');
  expect(unitByName(deep, 'h2.1')).toEqual({ layer: 2, index: 0 });
});

test('at an output: ① error, ② valve, ⑤ input', () => {
  const set = setOfThree(mazur, { layer: 2, from: 1, to: 0 });
  expect(placesOf(set)).toEqual(['e:y1', 'f:y1', 'o:h2']);
  expect(placesOf(set).map((place) => placeNumber(set, place))).toEqual([1, 2, 5]);
  expect(placeNumber(set, 'f:h2')).toBeUndefined();
});

test('at a hidden unit: ①②③ of every output, then ④ ⑤', () => {
  const set = setOfThree(mazur, { layer: 1, from: 0, to: 1 });
  expect(placesOf(set)).toEqual(['e:y1', 'f:y1', 'w:h2>y1', 'e:y2', 'f:y2', 'w:h2>y2', 'f:h2', 'o:x1']);
  expect(placesOf(set).map((place) => placeNumber(set, place))).toEqual([1, 2, 3, 1, 2, 3, 4, 5]);
});

test('with softmax the error at an output is already its δ', () => {
  const softmax = networkOf(presetById('softmax')!);
  expect(placesOf(setOfThree(softmax, { layer: 2, from: 0, to: 2 }))).toEqual(['e:y3', 'o:h1']);
  expect(allPlaces(softmax)).not.toContain('f:y1');
  expect(placeById(softmax, 'f:y1')).toBeUndefined();
});

test('every place is found by its name and by nothing else', () => {
  fc.assert(
    fc.property(networks(), fc.string(), ({ network }, name) => {
      for (const id of allPlaces(network)) expect(placeId(network, placeById(network, id)!)).toBe(id);
      if (!allPlaces(network).includes(name as never)) expect(placeById(network, name)).toBeUndefined();
    }),
  );
});

test('the values at the places of a weight multiply and add up to its gradient', () => {
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
