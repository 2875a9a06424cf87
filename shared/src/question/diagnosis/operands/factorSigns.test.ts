import { describe, expect, test } from 'vitest';
import type { Network } from '../../../maths/network.ts';
import { workedSituation } from '../../../testing/handWorked.ts';
import { numberPartOf } from '../../../testing/presetPart.ts';
import { told } from '../../../testing/told.ts';
import { factsOf } from '../../facts.ts';
import type { NumberPart } from '../../gradedPart.ts';
import { numberPart } from '../../kinds/contribution.ts';

/** G of h1→y1: e = 0.9 − 0.4, f′ = 0.09, x = 0.75. */
const OUTPUT = numberPartOf(workedSituation(), 'contribution', { unit: 'y1', from: 0 }, 'G');
/** G of x1→h1: S = 2·0.045 + (−1)·(−0.048) = 0.138, f′ = 0.1875, x = 2. */
const HIDDEN = numberPartOf(workedSituation(), 'contribution', { unit: 'h1', from: 0 }, 'G');
const first = (part: NumberPart, raw: string) => told(part, raw)[0];

describe('a turned sign is that of the error where it can stand there', () => {
  test.each([
    '(0.4-0.9)*0.09*0.75',
    '0.09*0.75*(0.4-0.9)',
    '-0.5*0.09*0.75',
    '-(0.5*0.09*0.75)',
    '(-0.5)*0.09*0.75',
    '-0.045*0.75',
  ])('%s has t − y in place of y − t', (raw) => {
    expect(first(OUTPUT, raw)).toBe('sign');
  });

  test.each(['0.5*(-0.09)*0.75', '0.5*0.09*(-0.75)', '0.045*(-0.75)', '(0.9-0.4)*0.09*(-0.75)'])(
    '%s has lost or found a minus at another factor',
    (raw) => {
      expect(first(OUTPUT, raw)).toBe('sign-slip');
    },
  );

  test.each([
    ['0.138*0.1875*(-2)', 'sign-slip'],
    ['-0.138*0.1875*2', 'sign'],
    ['(2*0.045-1*0.048)*0.1875*2', undefined],
  ] as const)('%s, of a hidden unit, is %s', (raw, id) => {
    expect(first(HIDDEN, raw)).toBe(id);
  });
});

describe('a factor of −1.5 is not the sign mistake of 1.5', () => {
  /** x1 = 1.5, and its weight is −1.5. */
  const changed: Partial<Network> = {
    weights: [
      [
        [-1.5, 1.5],
        [-1, 0.25],
      ],
      [
        [2, -1],
        [-0.5, 3],
      ],
    ],
    biases: [
      [Math.log(3) + 5.25, 0.1],
      [0.2, 0.3],
    ],
  };
  const facts = factsOf(workedSituation(changed, { x: [1.5, 3], t: [0.4, 0.8] }), {
    layer: 1,
    from: 0,
    to: 0,
  });
  const G = numberPart(facts, 'G');
  const delta = facts.delta.toPrecision(4);
  const S = facts.arriving!.toPrecision(4);
  const slope = facts.slope!.toPrecision(4);

  test('the weight in place of the input has its own sign', () => {
    expect(facts.w).toBe(-facts.x);
    expect(told(G, `${delta}*(-1.5)`)).toContain('input-weight');
    expect(first(G, `${delta}*(-1.5)`)).toBe('input-weight');
    expect(told(G, `${S}*${slope}*(-1.5)`)).not.toContain('sign');
  });

  test('the input with the sign of the error turned is the sign mistake', () => {
    expect(told(G, `-${S}*${slope}*1.5`.replace('--', ''))).toContain('sign');
    expect(first(G, `(-(${delta}))*1.5`)).toBe('sign');
  });

  test('of the number alone both are told, as one', () => {
    const named = told(G, (-facts.G).toPrecision(15));
    expect(named).toEqual(expect.arrayContaining(['sign', 'input-weight same']));
  });
});
