import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forward } from '../maths/forward.ts';
import type { Network } from '../maths/network.ts';
import { randomAt } from '../referee/random.ts';
import { runs } from '../testing/effort.ts';
import { networkOf } from './networkFile.ts';
import { drawTellingNetwork, hasCancellingTerms, hidingNumber, isNearKink } from './telling.ts';

/** A 2-1-1 network; f′ of its hidden unit is ½ above 0 and 2 below. */
const NETWORK: Network = {
  inputs: 2,
  layers: [
    { units: 1, activation: 'leaky-relu', slope: 2, up: 0.5 },
    { units: 1, activation: 'identity' },
  ],
  loss: 'half-squared-error',
  learningRate: 0.5,
  updateBiases: true,
  snap: null,
  weights: [[[0.6], [0.8]], [[1]]],
  biases: [[0], [0]],
};

test.each([
  [[0.3, 0.7], null],
  [[1, 0.7], 'an input is 1'],
  [[0.3, -2], 'an input is -2'],
  [[0.3, 1.999], null],
  [[0.3, 1.9999], 'an input is 2'],
  // 0.6·(−1.5) + 0.8·0.5 = −0.5, times 2
  [[-1.5, 0.5], 'an input is -1'],
])('the inputs %j: %s', (x, expected) => {
  expect(hidingNumber(NETWORK, x)).toBe(expected);
});

test('a hidden f′ of 1 is reported', () => {
  const [hidden, output] = NETWORK.layers;
  const straight = { ...NETWORK, layers: [{ ...hidden!, up: 1 }, output!] };
  expect(hidingNumber(straight, [0.3, 0.7])).toBe('a hidden f′ is 1');
});

test.each([
  // 0.6·x1 + 0.8·x2 beside |0.6·x1| + |0.8·x2|
  [[0.3, 0.7], false, false],
  [[1.6, -0.9], false, true],
  [[1.2, -0.8], true, true],
])('the inputs %j: near the kink %s, cancelling %s', (x, isNear, isCancelling) => {
  expect([isNearKink(NETWORK, x), hasCancellingTerms(NETWORK, x)]).toEqual([isNear, isCancelling]);
});

test('property: an exit ticket and a warm-up have no input of ±1 or ±2 and no hidden f′ of 1', () => {
  fc.assert(
    fc.property(fc.constantFrom('exitTicket', 'output'), fc.nat(), (purpose, seed) => {
      const file = drawTellingNetwork(purpose, (key) => randomAt(seed, key));
      const { x } = file.data[0]!;
      const { outputs } = forward(networkOf(file), x);
      for (const input of [x, ...outputs.slice(0, -1)].flat())
        expect(['1.000', '2.000']).not.toContain(Math.abs(input).toPrecision(4));
      expect(hidingNumber(networkOf(file), x)).toBeNull();
    }),
    { numRuns: runs(200, 2_000) },
  );
});
