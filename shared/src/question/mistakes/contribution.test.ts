import { describe, expect, test } from 'vitest';
import type { EdgeRef } from '../../maths/unit.ts';
import { known, type Row, rows, workedSituation } from '../../testing/handWorked.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import type { MistakeId } from '../question.ts';
import type { ContributionNumber } from './working.ts';

/** Numbers of the hand-worked network, as they stand in its description. */
const [S, f, x, delta, w] = [0.138, 0.1875, 2, 0.025875, 0.5];
const G = delta * x;
const eta = 0.3;
const sigmoidSlope = (u: number): number => Math.exp(-u) / (1 + Math.exp(-u)) ** 2;

const BEFORE = {
  weights: [
    [
      [0.07, 0],
      [0, 0],
    ],
    [
      [0.06, 0],
      [0, 0],
    ],
  ],
  biases: [
    [0.05, 0],
    [0, 0],
  ],
};
const situation = workedSituation({}, undefined, BEFORE);
const part = (edge: EdgeRef, of: ContributionNumber) => numberPart(factsOf(situation, edge), of);

const slips = (place: string, value: number): Row[] =>
  [0.1, 10, 0.01, 100, 0.001, 1000].map((power): Row => ['slip', place, power * value]);
const at = (place: string, ...of: readonly (readonly [MistakeId, number])[]): Row[] =>
  of.map(([id, value]): Row => [id, place, value]);

describe('x1→h1: places and values of every mistake', () => {
  const edge = { layer: 1, from: 0, to: 0 };
  const arrives = 'w:h1>y1';

  test('in S', () => {
    expect(known(part(edge, 'S'))).toEqual(
      rows([
        ...at(arrives, ['sign', -S]),
        // The one path that was used, and the first that was not.
        ['sum-one-path', 'w:h1>y2', 2 * 0.045],
        ['sum-one-path', 'w:h1>y1', -1 * -0.048],
        ...at(
          arrives,
          ['sum-no-weights', 0.045 - 0.048],
          ['sum-gradients', 0.75 * (0.045 - 0.048)],
          ['sum-mean', S / 2],
          // w:h2>y1 in place of w:h1>y2
          ['sum-transposed', 2 * 0.045 - 0.5 * -0.048],
          ['sum-crossed', -1 * 0.045 + 2 * -0.048],
          ['sum-updated-weights', (2 - eta * 0.045 * 0.75) * 0.045 + (-1 - eta * -0.048 * 0.75) * -0.048],
        ),
        // e in place of δ
        ['sum-raw-error', 'f:y1', 2 * 0.5 - 1 * -0.2],
        ['input-applied', 'o:x1', G],
        ...at(
          arrives,
          ['loss-factor', 2 * S],
          ['loss-factor', S / 2],
          ['loss-value', 0.145],
          ['added', 2 + 0.045 - 1 - 0.048],
          ['parcel-given', delta],
          ['neighbour', -0.1665],
        ),
        ...slips('o:x1', S),
      ]),
    );
  });

  test('in δ', () => {
    expect(known(part(edge, 'delta'))).toEqual(
      rows([
        ...at(
          'f:h1',
          ['slope-missing', S],
          ['slope-activation', S * 0.75],
          ['slope-of-output', S * sigmoidSlope(0.75)],
          ['slope-formula-on-sum', S * Math.log(3) * (1 - Math.log(3))],
          // 1 − a, 1 − a², 1 − 2a, a²
          ['slope-half-formula', S * 0.25],
          ['slope-half-formula', S * 0.4375],
          ['slope-half-formula', S * -0.5],
          ['slope-half-formula', S * 0.5625],
          ['slope-wrong-unit', S * 0.09],
          ['slope-wrong-unit', S * 0.24],
          ['slope-wrong-unit', S * 0.16],
          // tanh ln 3 = (3 − 1/3)/(3 + 1/3) = 0.8
          ['slope-wrong-function', S * (1 - 0.8 ** 2)],
          ['slope-twice', S * f * f],
        ),
        ...at(arrives, ['sign', -delta]),
        ['sum-one-path', 'w:h1>y2', 2 * 0.045 * f],
        ['sum-one-path', 'w:h1>y1', 0.048 * f],
        ...at(
          arrives,
          ['sum-no-weights', -0.003 * f],
          ['sum-gradients', 0.75 * -0.003 * f],
          ['sum-mean', delta / 2],
          ['sum-transposed', 0.114 * f],
          ['sum-crossed', -0.141 * f],
          ['sum-updated-weights', (0.138 - eta * 0.75 * (0.045 ** 2 + 0.048 ** 2)) * f],
        ),
        ['sum-raw-error', 'f:y1', 1.2 * f],
        ['input-applied', 'o:x1', G],
        ...at(
          arrives,
          ['loss-factor', 2 * delta],
          ['loss-factor', delta / 2],
          ['loss-value', 0.145 * f],
          ['added', S + f],
          ['neighbour', -0.1665 * 0.16],
        ),
        ...slips('o:x1', delta),
      ]),
    );
  });

  test('in G', () => {
    expect(known(part(edge, 'G'))).toEqual(
      rows([
        ...at(
          'f:h1',
          ['slope-missing', S * x],
          ['slope-activation', S * 0.75 * x],
          ['slope-of-output', S * sigmoidSlope(0.75) * x],
          ['slope-formula-on-sum', S * Math.log(3) * (1 - Math.log(3)) * x],
          // Of the formulas near f′ the fourth is beyond the limit of 40, as are the two furthest slips.
          ['slope-half-formula', S * 0.25 * x],
          ['slope-half-formula', S * 0.4375 * x],
          ['slope-half-formula', S * -0.5 * x],
          ['slope-wrong-unit', S * 0.09 * x],
          ['slope-wrong-unit', S * 0.24 * x],
          ['slope-wrong-unit', S * 0.16 * x],
          ['slope-wrong-function', S * 0.36 * x],
          ['slope-twice', S * f * f * x],
        ),
        ...at(arrives, ['sign', -G]),
        ...at('w:x1>h1', ['step-given', -eta * G], ['step-given', w - eta * G], ['step-given', w + eta * G]),
        ['sum-one-path', 'w:h1>y2', 2 * 0.045 * f * x],
        ['sum-one-path', 'w:h1>y1', 0.048 * f * x],
        ...at(
          arrives,
          ['sum-no-weights', -0.003 * f * x],
          ['sum-gradients', 0.75 * -0.003 * f * x],
          ['sum-mean', G / 2],
          ['sum-transposed', 0.114 * f * x],
          ['sum-crossed', -0.141 * f * x],
          ['sum-updated-weights', (0.138 - eta * 0.75 * (0.045 ** 2 + 0.048 ** 2)) * f * x],
        ),
        ['sum-raw-error', 'f:y1', 1.2 * f * x],
        ...at(
          'o:x1',
          ['input-missing', delta],
          ['input-wrong', delta * 3],
          ['input-own-output', delta * 0.75],
          ['input-weight', delta * w],
          ['rate-applied', eta * G],
        ),
        ...at(arrives, ['loss-factor', 2 * G], ['loss-factor', G / 2], ['loss-value', 0.145 * f * x]),
        ['accumulated', 'w:x1>h1', G + 0.07],
        ...at(arrives, ['added', S + f + x], ['neighbour', -0.1665 * 0.16 * x]),
        ...slips('o:x1', G).slice(0, 4),
      ]),
    );
  });
});

describe('h1→y1: no sum at an output, and an input that has a pre-activation of its own', () => {
  const edge = { layer: 2, from: 0, to: 0 };
  const [e, d, v] = [0.5, 0.045, 2];
  const g = d * 0.75;

  test('in δ', () => {
    expect(known(part(edge, 'delta'))).toEqual(
      rows([
        ...at(
          'f:y1',
          ['slope-missing', e],
          ['slope-activation', e * 0.9],
          ['slope-of-output', e * sigmoidSlope(0.9)],
          ['slope-formula-on-sum', e * Math.log(9) * (1 - Math.log(9))],
          ['slope-half-formula', e * 0.1],
          ['slope-half-formula', e * 0.19],
          ['slope-half-formula', e * -0.8],
          ['slope-half-formula', e * 0.81],
          ['slope-wrong-unit', e * 0.24],
          // tanh ln 9 = (9 − 1/9)/(9 + 1/9) = 80/82
          ['slope-wrong-function', e * (1 - (80 / 82) ** 2)],
          ['slope-twice', e * 0.09 * 0.09],
        ),
        ['sign', 'e:y1', -d],
        ['input-applied', 'o:h1', g],
        ['loss-shortcut', 'f:y1', e],
        ...at(
          'e:y1',
          ['loss-factor', 2 * d],
          ['loss-factor', d / 2],
          ['loss-value', 0.145 * 0.09],
          ['added', e + 0.09],
          ['target-missing', 0.9 * 0.09],
          ['output-missing', 0.4 * 0.09],
          ['neighbour', -0.048],
        ),
        ...slips('o:h1', d),
      ]),
    );
  });

  test('in G', () => {
    expect(known(part(edge, 'G'))).toEqual(
      rows([
        ...at(
          'f:y1',
          ['slope-missing', e * 0.75],
          ['slope-activation', e * 0.9 * 0.75],
          ['slope-of-output', e * sigmoidSlope(0.9) * 0.75],
          ['slope-formula-on-sum', e * Math.log(9) * (1 - Math.log(9)) * 0.75],
          ['slope-half-formula', e * 0.1 * 0.75],
          ['slope-half-formula', e * 0.19 * 0.75],
          ['slope-half-formula', e * -0.8 * 0.75],
          ['slope-half-formula', e * 0.81 * 0.75],
          ['slope-wrong-unit', e * 0.24 * 0.75],
          ['slope-wrong-function', e * (1 - (80 / 82) ** 2) * 0.75],
          ['slope-twice', e * 0.09 * 0.09 * 0.75],
        ),
        ['sign', 'e:y1', -g],
        ...at('w:h1>y1', ['step-given', -eta * g], ['step-given', v - eta * g], ['step-given', v + eta * g]),
        ...at(
          'o:h1',
          ['input-missing', d],
          ['input-wrong', d * 0.2],
          ['input-own-output', d * 0.9],
          ['input-weight', d * v],
          ['input-sum', d * Math.log(3)],
          ['rate-applied', eta * g],
        ),
        ['loss-shortcut', 'f:y1', e * 0.75],
        ...at('e:y1', ['loss-factor', 2 * g], ['loss-factor', g / 2], ['loss-value', 0.145 * 0.09 * 0.75]),
        ['accumulated', 'w:h1>y1', g + 0.06],
        ...at(
          'e:y1',
          ['added', e + 0.09 + 0.75],
          ['target-missing', 0.9 * 0.09 * 0.75],
          ['output-missing', 0.4 * 0.09 * 0.75],
          ['neighbour', -0.048 * 0.75],
        ),
        ...slips('o:h1', g),
      ]),
    );
  });
});

test('bias: no input to get wrong, but can be multiplied by itself', () => {
  const edge = { layer: 1, from: 'bias', to: 0 } as const;
  const b = Math.log(3) + 2;
  const mistakes = known(part(edge, 'G'));
  expect(mistakes.filter((row) => row.startsWith('input-'))).toEqual([]);
  for (const row of rows([
    ['step-given', 'b:h1', b - eta * delta],
    ['bias-times-b', 'b:h1', delta * b],
    ['rate-applied', 'b:h1', eta * delta],
    ['accumulated', 'b:h1', delta + 0.05],
    ['added', 'w:h1>y1', S + f],
    ['neighbour', 'w:h1>y1', -0.1665 * 0.16],
  ])) {
    expect(mistakes).toContain(row);
  }
});
