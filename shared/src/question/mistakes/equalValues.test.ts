/** @module-tag slow */
import { expect, test } from 'vitest';
import { runs } from '../../testing/effort.ts';
import { randomParts, upTo } from '../../testing/randomParts.ts';
import { allFigures } from '../../testing/told.ts';
import { grade } from '../grade.ts';
import type { Candidate, NumberPart } from '../gradedPart.ts';
import { isInside } from '../numbers/interval.ts';

const isEqual = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.abs(b);
const isFar = (a: number, b: number): boolean => Math.abs(a - b) > 1e-8 * Math.abs(b);

/** Candidates whose values are not accepted as right and can be typed. */
function toldApart(part: NumberPart): Candidate[] {
  return part.candidates().filter(({ value }) => {
    const size = Math.abs(value);
    return !isInside(value, part.accepted) && size > 1e-90 && size < 1e90;
  });
}

test('mistakes of one value: its verdict names all as the same, and no others', () => {
  const seen = new Set<string>();
  for (const { part, name } of randomParts(upTo(runs(12, 150)))) {
    const known = toldApart(part);
    for (const { id, value } of known) {
      const verdict = grade(part, allFigures(value), {});
      if (verdict.outcome === 'longStep') continue;
      expect(verdict.outcome, `${name} ${id} ${value}`).toBe('wrong');
      if (verdict.outcome !== 'wrong') continue;
      const [first, ...others] = verdict.mistakes;
      const equal = new Set(known.filter((one) => isEqual(one.value, value)).map((one) => one.id));
      const far = (of: string): boolean =>
        known.filter((one) => one.id === of).every((one) => isFar(one.value, value));
      const named = new Set([first!.id, ...others.filter(({ same }) => same).map((one) => one.id)]);
      for (const one of equal) expect(named, `${name} ${value} of ${id}`).toContain(one);
      for (const one of named) expect(far(one), `${name} ${value} of ${id}: ${one}`).toBe(false);
      if (equal.size > 1) seen.add(name);
    }
  }
  // Most parts have mistakes of one value; without any the property would say little.
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['contribution G', 'contribution S', 'contribution delta', 'error e', 'valve f']),
  );
});
