import fc from 'fast-check';
import { runs } from '@relay/shared/testing/effort';
import { expect, test } from 'vitest';
import { Tiles } from './tiles';

const rectangles = fc.array(
  fc.record({
    x: fc.integer({ min: -100, max: 500 }),
    y: fc.integer({ min: -100, max: 400 }),
    w: fc.integer({ min: 0, max: 200 }),
    h: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 6 },
);
const SIZE = { width: 390, height: 300 };

test('tiles: every point of a marked rectangle lies in one run, and no point in two', () => {
  fc.assert(
    fc.property(rectangles, (marked) => {
      const tiles = new Tiles(SIZE.width, SIZE.height);
      for (const { x, y, w, h } of marked) tiles.mark(x, y, w, h);
      const pieces = tiles.runs();
      const over = (x: number, y: number): number =>
        pieces.filter((run) => x >= run.x && x < run.x + run.w && y >= run.y && y < run.y + run.h).length;
      for (let x = 0; x < SIZE.width; x += 15)
        for (let y = 0; y < SIZE.height; y += 15) {
          const isMarked = marked.some(
            (one) => x >= one.x && x <= one.x + one.w && y >= one.y && y <= one.y + one.h,
          );
          expect(over(x, y)).toBeLessThanOrEqual(1);
          if (isMarked) expect(over(x, y)).toBe(1);
        }
    }),
    { numRuns: runs(100, 1000) },
  );
});

test('tiles: nothing marked, nothing to draw; a point takes the tile around it', () => {
  const tiles = new Tiles(SIZE.width, SIZE.height);
  expect(tiles.runs()).toEqual([]);
  tiles.mark(40, 70, 0, 0);
  expect(tiles.runs()).toEqual([{ x: 32, y: 64, w: 32, h: 32 }]);
});
