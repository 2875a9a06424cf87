import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centralDifference } from '../testing/centralDifference.ts';
import { activationOf, largestSlope, slopesOf, softmax } from './activation.ts';
import { ACTIVATION_NAMES, type Layer } from './network.ts';

const LAYERS: Layer[] = ACTIVATION_NAMES.filter((name) => name !== 'softmax').map((activation) => ({
  units: 1,
  activation,
  slope: 0.2,
}));

test.each(LAYERS)('f′ of $activation is the slope of f', (layer) => {
  const { value, derivative } = activationOf(layer);
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (u) => {
      fc.pre(Math.abs(u) > 1e-4);
      expect(derivative(u)).toBeCloseTo(
        centralDifference((shift) => value(u + shift)),
        6,
      );
    }),
  );
});

test.each(LAYERS)(
  '$activation stays finite, and its f′ within its largest, however large the sum',
  (layer) => {
    const { value, derivative } = activationOf(layer);
    for (const u of [-1e6, -745, -40, 0, 40, 745, 1e6]) {
      expect(Number.isFinite(value(u))).toBe(true);
      expect(derivative(u)).toBeGreaterThanOrEqual(0);
      expect(derivative(u)).toBeLessThanOrEqual(largestSlope(layer));
    }
  },
);

test('at the kink f′ is the slope of the left side', () => {
  expect(activationOf({ units: 1, activation: 'relu' }).derivative(0)).toBe(0);
  expect(activationOf({ units: 1, activation: 'leaky-relu', slope: 0.3 }).derivative(0)).toBe(0.3);
  expect(activationOf({ units: 1, activation: 'leaky-relu' }).derivative(-1)).toBe(0.01);
});

test('relu makes no −0 of −0', () => {
  expect(activationOf({ units: 1, activation: 'relu' }).value(-0)).toBe(0);
});

const STEEP: Layer = { units: 1, activation: 'leaky-relu', slope: 3 };

test.each([...LAYERS, STEEP])('the largest f′ of $activation ($slope) is reached somewhere', (layer) => {
  const { derivative } = activationOf(layer);
  expect(Math.max(...[-40, 0, 40].map(derivative))).toBe(largestSlope(layer));
});

test('only leaky-relu has the slope that its file names', () => {
  expect(largestSlope({ units: 1, activation: 'identity', slope: 3 })).toBe(1);
  expect(largestSlope({ units: 1, activation: 'leaky-relu' })).toBe(1);
});

test('softmax adds up to 1, whatever is added to every sum, and has no f′ of one number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 2, maxLength: 6 }),
      (u) => {
        const y = softmax(u);
        expect(y.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        softmax(u.map((value) => value + 50)).forEach((value, k) => expect(value).toBeCloseTo(y[k]!, 9));
      },
    ),
  );
  expect(slopesOf({ units: 2, activation: 'softmax' }, [1, 2])).toBeNull();
  expect(() => activationOf({ units: 2, activation: 'softmax' })).toThrow(
    new RangeError('softmax is no function of one pre-activation'),
  );
});
