import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../testing/effort.ts';
import { curveBetween, distanceToLine, samples, thinned } from './curve.ts';

const TOLERANCE = 0.3;
const coordinate = fc.integer({ min: -600, max: 600 });
const ends = fc.record({
  from: fc.record({ x: coordinate, y: coordinate }),
  dx: fc.integer({ min: 1, max: 600 }),
  y: coordinate,
});

describe('thinned points', () => {
  test('keep both ends, and no point that was left out is farther away than the tolerance', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 2, max: 80 }), ({ from, dx, y }, count) => {
        const points = samples(curveBetween(from, { x: from.x + dx, y }), count);
        const few = thinned(points, TOLERANCE);
        expect([few[0], few.at(-1)]).toEqual([points[0], points.at(-1)]);
        for (const point of points) expect(distanceToLine(few, point)).toBeLessThanOrEqual(TOLERANCE + 1e-9);
      }),
      { numRuns: runs(200, 5_000) },
    );
  });

  test('of a straight line are its ends', () => {
    const [from, to] = [
      { x: 0, y: 5 },
      { x: 300, y: 5 },
    ];
    expect(thinned(samples(curveBetween(from, to), 50), TOLERANCE)).toEqual([from, to]);
  });

  test('of a curve are fewer than half of the points close to one another', () => {
    const points = samples(curveBetween({ x: 0, y: 0 }, { x: 200, y: 150 }), 42);
    expect(thinned(points, TOLERANCE).length).toBeLessThan(points.length / 2);
  });
});
