import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '../network/networkFile.ts';
import { PRESETS } from '../network/presets.ts';
import { runs } from '../testing/effort.ts';
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import { sumOfTerms } from './sumOfTerms.ts';
import { update } from './update.ts';

const added = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);

test('decimals that cancel add up to 0, whatever binary makes of them', () => {
  expect(0.1 * 3 - 0.3).not.toBe(0);
  expect(sumOfTerms([0.1 * 3, -0.3])).toBe(0);
  const tenths = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }));
  fc.assert(
    fc.property(fc.array(tenths, { minLength: 1, maxLength: 12 }), (pairs) => {
      const products = pairs.map(([a, b]) => (a / 10) * (b / 10));
      const all = pairs.reduce((sum, [a, b]) => sum + a * b, 0);
      expect(sumOfTerms([...products, -all / 100])).toBe(0);
    }),
    { numRuns: runs(1_000, 10_000) },
  );
});

test('any other sum is that of its terms in their order, to the last bit', () => {
  const term = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(fc.array(term, { maxLength: 12 }), (terms) => {
      const sum = added(terms);
      fc.pre(Math.abs(sum) > 1e-12 * added(terms.map(Math.abs)));
      expect(sumOfTerms(terms)).toBe(sum);
    }),
    { numRuns: runs(1_000, 10_000) },
  );
  expect([
    sumOfTerms([]),
    sumOfTerms([-0, 0]),
    sumOfTerms([1, Infinity]),
    sumOfTerms([1, Number.NaN]),
  ]).toEqual([0, 0, Infinity, Number.NaN]);
});

test.each(PRESETS)(
  'preset $id: a sum is 0 or not near 0, with whatever sample training begins',
  ({ file }) => {
    file.data.slice(0, 6).forEach((_, first) => {
      let network = networkOf(file);
      for (let round = 0; round < 6; round++) {
        const { x, t } = file.data[(first + round) % file.data.length]!;
        const pass = forward(network, x);
        for (const u of pass.sums.flat()) expect(u === 0 || Math.abs(u) > 1e-9).toBe(true);
        network = update(network, backward(network, pass, t).gradients);
      }
    });
  },
);
