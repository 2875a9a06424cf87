import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networks } from '../testing/arbitraries.ts';
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import { meanLoss, snapTo, update } from './update.ts';

test('snapTo: gives the shortest decimal of the number', () => {
  expect([0.1 + 0.2, 0.7999999, -0.04, 1.25].map((value) => snapTo(0.1, value))).toEqual([0.3, 0.8, 0, 1.3]);
  expect(snapTo(0.25, 1.3)).toBe(1.25);
  expect(snapTo(2, 4.9)).toBe(4);
  // 1/0.00001 is 99999.99999999999 in floating point, but counts as whole.
  expect(snapTo(0.00001, 0.00003)).toBe(0.00003);
  expect(Object.is(snapTo(0.1, -0.01), 0)).toBe(true);
});

test('snapTo: gives a multiple of the step, at most half a step away', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0.1, 0.05, 0.25, 0.01, 2),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (step, value) => {
        const snapped = snapTo(step, value);
        expect(Math.abs(snapped - value)).toBeLessThanOrEqual(step / 2 + 1e-9);
        expect(Math.abs(snapped / step - Math.round(snapped / step))).toBeLessThan(1e-9);
      },
    ),
  );
});

test('update: w ← w − η·gradient, biases only if enabled, the old network untouched', () => {
  fc.assert(
    fc.property(networks(), ({ network, sample }) => {
      const frozen = JSON.stringify(network);
      const { gradients } = backward(network, forward(network, sample.x), sample.t);
      const after = update(network, gradients);
      after.weights.forEach((matrix, l) =>
        matrix.forEach((row, i) =>
          row.forEach((w, j) => {
            expect(w).toBe(
              network.weights[l]![i]![j]! - network.learningRate * gradients.weights[l]![i]![j]!,
            );
          }),
        ),
      );
      after.biases.forEach((row, l) =>
        row.forEach((b, j) => {
          const moved = network.biases[l]![j]! - network.learningRate * gradients.biases[l]![j]!;
          expect(b).toBe(network.updateBiases ? moved : network.biases[l]![j]!);
        }),
      );
      expect(JSON.stringify(network)).toBe(frozen);
    }),
  );
});

test('meanLoss: throws a RangeError without samples', () => {
  const { network } = fc.sample(networks(), 1)[0]!;
  expect(() => meanLoss(network, [])).toThrow(new RangeError('no samples to take a mean loss of'));
});
