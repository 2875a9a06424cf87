import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centralDifference } from '../testing/centralDifference.ts';
import { errorOf, lossOf } from './loss.ts';
import { LOSS_NAMES } from './network.ts';

const shares = fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { minLength: 2, maxLength: 4 });

test.each(LOSS_NAMES)('%s: the error is the slope of the loss', (loss) => {
  fc.assert(
    fc.property(shares, shares, (y, targets) => {
      const t = y.map((_, k) => targets[k] ?? 0);
      errorOf(loss, y, t).forEach((error, k) => {
        const slope = centralDifference((shift) => lossOf(loss, y.with(k, y[k]! + shift), t));
        expect(error).toBeCloseTo(slope, 4);
      });
    }),
  );
});

test.each(['binary-cross-entropy', 'cross-entropy'] as const)(
  '%s: what is exactly right costs nothing, although 0·ln 0 is no number',
  (loss) => {
    expect(lossOf(loss, [1, 0, 0], [1, 0, 0])).toBeCloseTo(0, 12);
  },
);
