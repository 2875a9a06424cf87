import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingDecimals } from './nudgedLoss.ts';

describe('readingDecimals: decimals in which the difference of a notch is read to three figures', () => {
  test.each([
    [{ down: 0.32, here: 0.5, up: 0.72 }, 4],
    // A difference of 0.00022 from notch to notch: 0.298371 in place of 0.2984.
    [{ down: 0.298151, here: 0.298371, up: 0.298592 }, 6],
    [{ down: 104.2002, here: 104.2, up: 104.2004 }, 6],
    [{ down: 123456, here: 123556, up: 123756 }, 0],
    // A gate that is shut: E does not move, but for rounding.
    [{ down: 0.5, here: 0.5, up: 0.5 }, 4],
    [{ down: 0.3 - 0.1, here: 0.2, up: 0.2 }, 4],
    [{ down: 0, here: 0, up: 0 }, 0],
    [{ down: 1e-14, here: 2e-14, up: 3e-14 }, 10],
    [{ down: Number.POSITIVE_INFINITY, here: 0.5, up: 0.25 }, 4],
  ])('%o: %i', (losses, decimals) => {
    expect(readingDecimals(losses)).toBe(decimals);
  });

  test('a difference of two readings is within 1 % of the true one', () => {
    const loss = fc.double({ min: 0, max: 1000, noNaN: true });
    const step = fc.double({ min: 1e-7, max: 1, noNaN: true });
    fc.assert(
      fc.property(loss, step, step, fc.boolean(), (here, a, b, isFalling) => {
        const [down, up] = isFalling ? [here + a, here - b] : [here + a, here + b];
        const decimals = readingDecimals({ down, here, up });
        const read = (value: number): number => Number(value.toFixed(decimals));
        for (const other of [down, up]) {
          const size = Math.abs(other - here);
          expect(Math.abs(read(other) - read(here) - (other - here))).toBeLessThanOrEqual(
            0.011 * size + 1e-9,
          );
        }
      }),
    );
  });
});
