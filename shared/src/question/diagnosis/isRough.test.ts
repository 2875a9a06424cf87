/** @module-tag slow */
import { expect, test } from 'vitest';
import { randomAt } from '../../referee/random.ts';
import { runs } from '../../testing/effort.ts';
import { type NamedPart, randomParts, upTo } from '../../testing/randomParts.ts';
import { grade } from '../grade.ts';
import { isInside } from '../numbers/interval.ts';

const parts = (): NamedPart[] => [...randomParts(upTo(runs(25, 400)))];
const outcome = ({ part }: NamedPart, raw: string) => grade(part, raw, {}).outcome;
/** Verdicts that cost no try; a rough number can be a quotient over a long step as well. */
const COST_NOTHING = ['correct', 'needsDigits', 'longStep'];
/** Largest size of a number with its figures in decimals. */
const MOST = 1e9;

test('the truth in the decimals asked for is right', () => {
  for (const one of parts()) {
    const { truth, decimals } = one.part;
    if (Math.abs(truth) > MOST) continue;
    const raw = truth.toFixed(decimals);
    expect(outcome(one, raw), `${one.name}: ${raw} for ${truth}`).toBe('correct');
  }
});

test('a value that is accepted is right however it is written, and never asked for more figures', () => {
  for (const [i, one] of parts().entries()) {
    const [low, high] = one.part.accepted;
    for (const share of [0, 0.3, 0.7, 1, randomAt(5, `share/${i}`)]) {
      const value = low + share * (high - low);
      for (const raw of [String(value), value.toPrecision(15), value.toPrecision(3), value.toPrecision(1)]) {
        if (!isInside(Number(raw), one.part.accepted) || Math.abs(value) < 1e-90) continue;
        expect(outcome(one, raw), `${one.name}: ${raw} for ${one.part.truth}`).toBe('correct');
      }
    }
  }
});

test('the truth in fewer figures is right or asked for more, never wrong; with more figures it is right', () => {
  for (const one of parts()) {
    const { truth } = one.part;
    if (Math.abs(truth) < 1e-90 || Math.abs(truth) > MOST) continue;
    for (const figures of [1, 2]) {
      const raw = truth.toPrecision(figures);
      expect(COST_NOTHING, `${one.name}: ${raw} for ${truth}`).toContain(outcome(one, raw));
    }
    const isNext = one.name === 'update next';
    expect(outcome(one, truth.toPrecision(isNext ? 12 : 3)), `${one.name}: ${truth}`).toBe('correct');
  }
});

test('the truth in fewer decimals is right or asked for more, never wrong, with 0 at least to two of them', () => {
  for (const one of parts()) {
    const { truth, decimals } = one.part;
    if (Math.abs(truth) > MOST) continue;
    for (let fewer = 1; fewer < decimals; fewer++) {
      const raw = truth.toFixed(fewer);
      if (Number(raw) === 0 && fewer < 2) continue;
      expect(COST_NOTHING, `${one.name}: ${raw} for ${truth}`).toContain(outcome(one, raw));
    }
  }
});

test('a number in three figures that is far from the truth is not asked for more', () => {
  for (const [i, one] of parts().entries()) {
    const { truth, honest } = one.part;
    const factor = 2 + 8 * randomAt(6, `factor/${i}`);
    for (const value of [truth * factor, -truth * factor]) {
      if (isInside(value, honest) || isInside(value, one.part.accepted) || truth === 0) continue;
      const found = outcome(one, value.toPrecision(5));
      expect(found, `${one.name}: ${value} for ${truth}`).not.toBe('needsDigits');
    }
  }
});
