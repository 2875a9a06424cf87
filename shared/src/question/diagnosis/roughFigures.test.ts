import { describe, expect, test } from 'vitest';
import type { Network } from '../../maths/network.ts';
import { numberPartOf, presetSituation } from '../../testing/presetPart.ts';
import { told } from '../../testing/told.ts';
import { grade } from '../grade.ts';
import type { NumberPart } from '../gradedPart.ts';
import { situationOf } from '../situation.ts';

const MAZUR = presetSituation('mazur');
const HIDDEN = { unit: 'h1', from: 0 };
const OUTPUT = { unit: 'y1', from: 0 };
const mazur = (at: { unit: string; from: number }, part: 'S' | 'delta' | 'G'): NumberPart =>
  numberPartOf(MAZUR, 'contribution', at, part);
const outcome = (part: NumberPart, raw: string) => grade(part, raw, {}).outcome;

describe('the right number in rougher figures is asked for more of them', () => {
  // S = 0.03635, δ = 0.008771, G = 0.0004386; at the output δ = 0.1385, G = 0.08217.
  test.each([
    ['S', '0.04'],
    ['delta', '0.01'],
    ['delta', '0.0100'],
    ['G', '0.000'],
    ['G', '0.00'],
    ['G', '(0.0004)'],
    ['G', '0.0004'],
    ['G', '4e-4'],
    ['G', '0,000'],
  ] as const)('Mazur x1→h1, %s: %s', (part, raw) => {
    expect(outcome(mazur(HIDDEN, part), raw)).toBe('needsDigits');
  });

  test.each([
    ['delta', '0.1'],
    ['G', '0.1'],
    ['G', '0.08'],
  ] as const)('Mazur h1→y1, %s: %s', (part, raw) => {
    expect(outcome(mazur(OUTPUT, part), raw)).toBe('needsDigits');
  });

  test.each([
    ['S', '0.0'],
    ['delta', '0.00'],
    ['delta', '0'],
    ['delta', '0.02'],
    ['delta', '0.0110'],
    ['delta', '-0.01'],
    ['G', '0.01'],
    ['G', '0.001'],
    ['G', '-0.0004'],
    ['G', '0.0007'],
    ['G', '0.000500'],
  ] as const)('a number that no rounding leads to is wrong: Mazur x1→h1, %s: %s', (part, raw) => {
    expect(outcome(mazur(HIDDEN, part), raw)).toBe('wrong');
  });
});

/** One weight: y = f(u) with e = 0.8849, f′ = 0.1049 and x = 0.5049, to four figures. */
function product(): NumberPart {
  const [x, slope] = [0.5049, 0.1049];
  // a·(1 − a) = f′, below a half
  const a = (1 - Math.sqrt(1 - 4 * slope)) / 2;
  const network: Network = {
    inputs: 1,
    layers: [{ units: 1, activation: 'sigmoid' }],
    weights: [[[Math.log(a / (1 - a)) / x]]],
    biases: [[0]],
    loss: 'half-squared-error',
    learningRate: 0.3,
    updateBiases: false,
    snap: null,
  };
  const situation = situationOf(network, { x: [x], t: [a - 0.8849] });
  return numberPartOf(situation, 'contribution', { unit: 'y1', from: 0 }, 'G');
}

describe('the right places in rougher figures, as an expression, are asked for more figures', () => {
  // G = 0.04687
  test.each(['0.88·0.1·0.5', '0.88×0.1×0.5', '0.5*0.1*0.88', '0.9*0.1*0.5', '(0.9*0.1)*0.5', '0.09*0.5'])(
    '%s of 0.8849·0.1049·0.5049',
    (raw) => {
      expect(outcome(product(), raw)).toBe('needsDigits');
    },
  );

  test('in three figures they are right', () => {
    expect(outcome(product(), '0.885*0.105*0.505')).toBe('correct');
    expect(outcome(product(), '0.88*0.105*0.505')).toBe('correct');
  });

  test.each([
    ['0.885*0.505', 'slope-missing'],
    ['0.885*0.105', 'input-missing'],
    ['0.885*0.105*0.505*0.3', 'rate-applied'],
    ['-0.885*0.105*0.505', 'sign'],
  ] as const)('with a mistaken operand they are wrong: %s is %s', (raw, id) => {
    expect(outcome(product(), raw)).toBe('wrong');
    expect(told(product(), raw)[0]).toBe(id);
  });

  test.each([
    '0.88*0.5',
    '0.88*0.1',
    '0.88*0.10',
    '0.88*0.1*0.5*0.3',
    '-0.88*0.1*0.5',
    '0.88*0.1*0.7',
    '0.88+0.1+0.5',
  ])('with a mistaken operand in rough figures they are wrong as well: %s', (raw) => {
    expect(outcome(product(), raw)).toBe('wrong');
  });

  test.each([
    ['0.74*0.59', 'slope-missing'],
    ['0.74*0.75*0.59', 'slope-activation'],
  ] as const)('of Mazur h1→y1, a mistake in two figures is wrong and no other mistake: %s, %s', (raw, id) => {
    expect(outcome(mazur(OUTPUT, 'G'), raw)).toBe('wrong');
    expect([undefined, id]).toContain(told(mazur(OUTPUT, 'G'), raw)[0]);
  });

  test.each([
    ['0.7*0.2*0.6', 'needsDigits'],
    ['0.74*0.19*0.6', 'needsDigits'],
    ['0.74*0.19*0.59', 'correct'],
    ['0.7*0.6', 'wrong'],
    ['0.7*0.2', 'wrong'],
  ] as const)('of Mazur h1→y1, 0.7414·0.1868·0.5933: %s is %s', (raw, expected) => {
    expect(outcome(mazur(OUTPUT, 'G'), raw)).toBe(expected);
  });

  test.each([
    ['0.4*0.1-0.5*0.04', 'needsDigits'],
    ['0.4*0.14-0.5*0.04', 'correct'],
    ['0.4*0.138-0.5*0.0381', 'correct'],
    ['0.14-0.04', 'wrong'],
    ['0.4*0.14+0.5*0.04', 'wrong'],
  ] as const)('of the sum S of Mazur h1, 0.4·0.1385 − 0.5·0.0381: %s is %s', (raw, expected) => {
    expect(outcome(mazur(HIDDEN, 'S'), raw)).toBe(expected);
  });
});
