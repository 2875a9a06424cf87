/** @module-tag slow */
import { expect, test } from 'vitest';
import { randomAt } from '../../referee/random.ts';
import { runs } from '../../testing/effort.ts';
import { type NamedPart, randomParts, upTo } from '../../testing/randomParts.ts';
import { grade } from '../grade.ts';

/** Share of wrong answers that are named, among numbers of any size near the truth and of either sign. */
function shareNamed(parts: readonly NamedPart[], figures: number): number {
  let [wrong, named] = [0, 0];
  for (const [i, { part }] of parts.entries()) {
    for (let again = 0; again < 4; again++) {
      const draw = (what: string): number => randomAt(11, `${figures}/${i}/${again}/${what}`);
      const size = Math.max(Math.abs(part.truth), 1e-3) * 10 ** (2 * draw('size') - 1);
      const number = draw('sign') < 0.5 ? size : -size;
      const verdict = grade(part, String(Number(number.toPrecision(figures))), {});
      if (verdict.outcome !== 'wrong') continue;
      wrong++;
      if (verdict.mistakes.length > 0) named++;
    }
  }
  expect(wrong).toBeGreaterThan(parts.length);
  return named / wrong;
}

test.each([1, 2])('random wrong numbers of %i figures: at most 6 in 100 get a name', (figures) => {
  const parts = [...randomParts(upTo(runs(30, 600)))];
  expect(parts.length).toBeGreaterThan(200);
  expect(shareNamed(parts, figures)).toBeLessThanOrEqual(0.06);
});
