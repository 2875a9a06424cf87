import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Network } from '../../maths/network.ts';
import { runs } from '../../testing/effort.ts';
import { numberPartOf } from '../../testing/presetPart.ts';
import { grade } from '../grade.ts';
import type { AcceptedValues } from '../gradedPart.ts';
import { type Situation, situationOf } from '../situation.ts';

const sigmoid = (u: number): number => 1 / (1 + Math.exp(-u));

/** x → y through one sigmoid, with a pre-activation of u. */
function unitAt(u: number): Situation {
  const network: Network = {
    inputs: 1,
    layers: [{ units: 1, activation: 'sigmoid' }],
    weights: [[[u]]],
    biases: [[0]],
    loss: 'half-squared-error',
    learningRate: 0.3,
    updateBiases: false,
    snap: null,
  };
  return situationOf(network, { x: [1], t: [1] });
}
const outcome = (situation: Situation, part: 'u' | 'a' | 'f', raw: string, own: AcceptedValues = {}) => {
  const kind = part === 'f' ? 'valve' : 'forward';
  return grade(numberPartOf(situation, kind, { unit: 'y1' }, `${part}:y1`), raw, own).outcome;
};

describe('u is −3.36, and −3.3 was accepted', () => {
  const situation = unitAt(-3.36);
  const own = { 'u:y1': -3.3 };

  test('−3.3 is right, within 2 %', () => {
    expect(outcome(situation, 'u', '-3.3')).toBe('correct');
  });

  test.each(['0.03557', '0.0356', '0.0355717'])('a of −3.3 is right, as the key f gives it: %s', (raw) => {
    expect(sigmoid(-3.3)).toBeCloseTo(0.03557, 5);
    expect(outcome(situation, 'a', raw)).toBe('wrong');
    expect(outcome(situation, 'a', raw, own)).toBe('correct');
  });

  test('a of −3.36 stays right', () => {
    expect(outcome(situation, 'a', '0.0336', own)).toBe('correct');
  });

  test('a that follows from neither is wrong: −3.2 gives 0.0392', () => {
    expect(outcome(situation, 'a', '0.0392', own)).toBe('wrong');
  });

  test('two figures of what follows are asked for more', () => {
    // f(−3.3) to two figures is 0.036, that of −3.36 is 0.034.
    expect(outcome(situation, 'a', '0.036', own)).toBe('needsDigits');
  });

  test.each([
    ['f′ of −3.3, by the key', '0.0343', { 'u:y1': -3.3 }],
    ['a·(1 − a) of the accepted a', '0.0343', { 'u:y1': -3.3, 'a:y1': 0.03557 }],
    ['a·(1 − a) with a alone', '0.0343', { 'a:y1': 0.03557 }],
  ] as const)('f′ follows as well: %s', (_, raw, given) => {
    expect(sigmoid(-3.3) * (1 - sigmoid(-3.3))).toBeCloseTo(0.0343, 4);
    expect(outcome(situation, 'f', raw)).toBe('wrong');
    expect(outcome(situation, 'f', raw, given)).toBe('correct');
  });
});

test('follow-through from an accepted u: right, however steep f is', () => {
  const size = fc.integer({ min: 100, max: 999 }).map((n) => n / 100);
  const off = fc.integer({ min: -19, max: 19 }).map((n) => 1 + n / 1_000);
  fc.assert(
    fc.property(size, fc.boolean(), off, (u, isNegative, factor) => {
      const sum = isNegative ? -u : u;
      const situation = unitAt(sum);
      const own = Number((sum * factor).toPrecision(4));
      expect(outcome(situation, 'u', String(own))).toBe('correct');
      const a = sigmoid(own);
      const accepted = { 'u:y1': own };
      expect(outcome(situation, 'a', a.toPrecision(3), accepted)).toBe('correct');
      expect(outcome(situation, 'f', (a * (1 - a)).toPrecision(3), accepted)).toBe('correct');
    }),
    { numRuns: runs(300, 5_000) },
  );
});
