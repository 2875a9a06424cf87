import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networks } from '../testing/arbitraries.ts';
import { runs } from '../testing/effort.ts';
import {
  centralDifference,
  distanceToKink,
  lossAt,
  withBias,
  withWeight,
} from '../testing/centralDifference.ts';
import { arrivingErrors, backward, meanGradients } from './backward.ts';
import { preActivations, forward } from './forward.ts';
import { errorOf } from './loss.ts';
import { outputLayer } from './network.ts';
import { meanLoss, update } from './update.ts';

const near = (actual: number, numerical: number): boolean =>
  Math.abs(actual - numerical) <= 1e-6 + 1e-5 * Math.abs(numerical);

test('gradients: equal the numerical slope of E, for any depth, activation and loss', () => {
  fc.assert(
    fc.property(networks(), ({ network, sample }) => {
      fc.pre(distanceToKink(network, sample.x) > 1e-3);
      const { gradients, deltas } = backward(network, forward(network, sample.x), sample.t);
      gradients.weights.forEach((matrix, l) =>
        matrix.forEach((row, from) =>
          row.forEach((gradient, to) => {
            const slope = centralDifference((shift) =>
              lossAt(withWeight(network, l, from, to, shift), sample),
            );
            expect(near(gradient, slope), `w[${l}][${from}][${to}]: ${gradient}, not ${slope}`).toBe(true);
          }),
        ),
      );
      deltas.forEach((row, l) =>
        row.forEach((delta, to) => {
          const slope = centralDifference((shift) => lossAt(withBias(network, l, to, shift), sample));
          expect(near(delta, slope), `δ[${l}][${to}]: ${delta}, not ${slope}`).toBe(true);
        }),
      );
    }),
    { numRuns: runs(100, 1_000) },
  );
});

test('δ: equals arriving error × f′, where f′ of one unit exists', () => {
  fc.assert(
    fc.property(networks(), ({ network, sample }) => {
      const { arriving, slopes, deltas } = backward(network, forward(network, sample.x), sample.t);
      const last = outputLayer(network) - 1;
      deltas.forEach((row, l) => {
        if (l === last && network.loss.endsWith('cross-entropy')) return;
        row.forEach((delta, j) => expect(delta).toBeCloseTo(arriving[l]![j]! * slopes[l]![j]!, 12));
      });
    }),
  );
});

test('backward pass: survives JSON bit for bit, without −0', () => {
  fc.assert(
    fc.property(networks(), ({ network, sample }) => {
      const still = { ...sample, x: sample.x.map(() => 0) };
      for (const { x, t } of [sample, still]) {
        const found = backward(network, forward(network, x), t);
        fc.pre(found.error === null || found.error.every(Number.isFinite));
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
      }
    }),
  );
});

test('error: 0 where too small for a double, never −0', () => {
  expect(errorOf('mean-squared-error', [0, 0, 0, 0], [5e-324, 0, 0, 0])).toStrictEqual([0, 0, 0, 0]);
  expect(errorOf('cross-entropy', [0.5, 0.5], [0, 1])).toStrictEqual([0, -2]);
});

test('update: a small enough true step never raises the loss', () => {
  fc.assert(
    fc.property(networks(), ({ network, sample }) => {
      fc.pre(distanceToKink(network, sample.x) > 1e-2);
      const { gradients } = backward(network, forward(network, sample.x), sample.t);
      const steepest = Math.max(...gradients.weights.flat(2).map(Math.abs));
      const careful = { ...network, learningRate: 1e-4 / Math.max(1, steepest) };
      const after = meanLoss(update(careful, gradients), [sample]);
      expect(after).toBeLessThanOrEqual(meanLoss(network, [sample]) + 1e-12);
    }),
  );
});

test('batch: moves by the mean of its gradients', () => {
  fc.assert(
    fc.property(networks(), ({ network, sample }) => {
      const other = { ...sample, x: sample.x.map((value) => -value) };
      const [a, b] = [sample, other].map(({ x, t }) => backward(network, forward(network, x), t).gradients);
      const mean = meanGradients([a!, b!]);
      mean.weights.forEach((matrix, l) =>
        matrix.forEach((row, i) =>
          row.forEach((gradient, j) =>
            expect(gradient).toBeCloseTo((a!.weights[l]![i]![j]! + b!.weights[l]![i]![j]!) / 2, 12),
          ),
        ),
      );
      mean.biases.forEach((row, l) =>
        row.forEach((gradient, j) =>
          expect(gradient).toBeCloseTo((a!.biases[l]![j]! + b!.biases[l]![j]!) / 2, 12),
        ),
      );
    }),
  );
  expect(() => meanGradients([])).toThrow(new RangeError('a batch of no sample has no mean gradient'));
});

test('saturated output: δ is finite where S·f′ would be 0/0', () => {
  const network = {
    inputs: 1,
    layers: [{ units: 2, activation: 'softmax' as const }],
    loss: 'cross-entropy' as const,
    learningRate: 1,
    updateBiases: true,
    snap: null,
    weights: [[[2_000, -2_000]]],
    biases: [[0, 0]],
  };
  expect(backward(network, forward(network, [1]), [0, 1]).deltas).toEqual([[1, -1]]);
  const binary = {
    ...network,
    layers: [{ units: 2, activation: 'sigmoid' as const }],
    loss: 'binary-cross-entropy' as const,
  };
  expect(backward(binary, forward(binary, [1]), [0, 1]).deltas).toEqual([[1, -1]]);
});

test('shapes that disagree: throw a RangeError that names the shape', () => {
  const { network, sample } = fc.sample(networks(), 1)[0]!;
  const wrong = (what: string, is: number, not: number): RangeError =>
    new RangeError(`${what} has length ${is}, not ${not}`);
  const { x, t } = sample;
  expect(() => forward(network, [...x, 1])).toThrow(wrong('x', x.length + 1, x.length));
  expect(() => backward(network, forward(network, x), [...t, 1])).toThrow(wrong('t', t.length + 1, t.length));
  expect(() => preActivations([1, 2], [[1]], [0])).toThrow(wrong('w_ij', 1, 2));
  expect(() => arrivingErrors([[1], [1, 2]], [1])).toThrow(wrong('w_jk[1]', 2, 1));
});
