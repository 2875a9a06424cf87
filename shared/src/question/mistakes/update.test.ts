import { describe, expect, test } from 'vitest';
import { known, type Row, rows, valuesOf, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import type { Network } from '../../maths/network.ts';
import { update } from '../kinds/update.ts';
import type { NumberPart } from '../gradedPart.ts';

const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
/** The next value of an edge into h1, as a part. */
function nextOf(changed: Partial<Network> = {}, from: EdgeRef['from'] = 0): NumberPart {
  const situation = workedSituation(changed);
  const edge = { layer: 1, from, to: 0 } as EdgeRef;
  const question = update.build(situation, { unit: { layer: 1, index: 0 }, edge }, choice);
  return update.part(situation, question, 'next') as NumberPart;
}
const at = (place: string, ...of: readonly (readonly [Row[0], number])[]): Row[] =>
  of.map(([id, value]): Row => [id, place, value]);
const slips = (place: string, value: number): Row[] =>
  at(place, ...[0.1, 10, 0.01, 100, 0.001, 1000].map((power) => ['slip', power * value] as const));

const [w, G, eta] = [0.5, 0.05175, 0.3];

test('update 0.5 − 0.3·0.05175: places and values of every mistake', () => {
  expect(known(nextOf())).toEqual(
    rows([
      ...at(
        'w:x1>h1',
        // The weight from x2
        ['weight-wrong', -1 - eta * G],
        ['step-added', w + eta * G],
        ['eta-missing', w - G],
        ['eta-on-all', eta * (w - G)],
        ['weight-missing', -eta * G],
        ['weight-missing', eta * G],
        ['gradient-given', G],
        ['gradient-given', -G],
        ['step-missing', w],
        ['sign-slip', -(w - eta * G)],
      ),
      ...slips('w:x1>h1', w - eta * G),
    ]),
  );
});

test('update, rate of 1: the rate cannot be left out', () => {
  const ids = new Set(
    nextOf({ learningRate: 1 })
      .candidates()
      .map(({ id }) => id),
  );
  expect([...ids]).toEqual([
    'weight-wrong',
    'step-added',
    'weight-missing',
    'gradient-given',
    'step-missing',
    'sign-slip',
    'slip',
  ]);
});

describe('update of a bias', () => {
  test('has no other input', () => {
    expect(valuesOf(nextOf({}, 'bias'), 'weight-wrong')).toEqual([]);
    expect(valuesOf(nextOf({}, 'bias'), 'step-missing')).toEqual([Number((Math.log(3) + 2).toPrecision(9))]);
  });

  test('of 0: goes −ηG from 0; the bias cannot be left out or be multiplied by η too', () => {
    // x1 and x2 are such that the sum is ln 3 without a bias.
    const none = {
      weights: [
        [
          [Math.log(3) / 2 + 1.5, 0],
          [-1, 0],
        ],
        WORKED.weights[1]!,
      ],
    };
    const part = nextOf({ ...none, biases: [[0, -Math.log(4)], WORKED.biases[1]!] }, 'bias');
    const delta = 0.025875;
    expect(known(part)).toEqual(
      rows([
        ...at(
          'b:h1',
          ['step-added', eta * delta],
          ['eta-missing', -delta],
          ['gradient-given', delta],
          ['gradient-given', -delta],
          ['step-missing', 0],
          ['sign-slip', eta * delta],
        ),
        ...slips('b:h1', -eta * delta),
      ]),
    );
    const one = nextOf({ ...none, biases: [[0, -Math.log(4)], WORKED.biases[1]!], learningRate: 1 }, 'bias');
    expect(valuesOf(one, 'gradient-given')).toEqual([]);
  });
});

test('update, gradient of 0: the weight stays, and no step was forgotten', () => {
  const right = workedSituation().pass.outputs.at(-1)!;
  const situation = workedSituation({}, { x: [2, 3], t: right });
  const edge = { layer: 1, from: 0, to: 0 };
  const question = update.build(situation, { unit: { layer: 1, index: 0 }, edge }, choice);
  const part = update.part(situation, question, 'next') as NumberPart;
  expect(part.truth).toBe(0.5);
  expect(valuesOf(part, 'step-missing')).toEqual([]);
});
