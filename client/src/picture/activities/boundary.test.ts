import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import { expect, test } from 'vitest';
import { boundaryOf, rangeOf } from './boundary';

test('the range holds every sample and 0, with a margin', () => {
  expect(
    rangeOf([
      [1, 2],
      [3, 2],
    ]),
  ).toEqual([-0.75, 3.75]);
  expect(rangeOf([])).toEqual([-0.25, 0.25]);
});

test('rows go from the largest x2 down, columns from the smallest x1 up: by hand for y = x1 − 10·x2', () => {
  const swap = networkOf(presetById('swap')!);
  const network = {
    ...swap,
    layers: [{ units: 1, activation: 'identity' as const }],
    weights: [[[1], [-10]]],
    biases: [[0]],
  };
  const { values, lowest, highest } = boundaryOf(network, [-1, 1], 2);
  expect(values).toEqual([
    [-5.5, -4.5],
    [4.5, 5.5],
  ]);
  expect([lowest, highest]).toEqual([-5.5, 5.5]);
});

test('a network with other than two inputs has no boundary', () => {
  const swap = networkOf(presetById('swap')!);
  expect(() => boundaryOf({ ...swap, inputs: 3 }, [0, 1], 2)).toThrow(RangeError);
});
