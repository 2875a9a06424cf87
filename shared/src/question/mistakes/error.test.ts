import { expect, test } from 'vitest';
import { known, type Row, rows, WORKED, WORKED_SOFTMAX, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import { error } from '../kinds/error.ts';
import type { NumberPart } from '../gradedPart.ts';
import { isWorking } from '../diagnosis/operands/isWorking.ts';
import { readNumber } from '../numbers/readNumber.ts';

const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
/** The error part ∂E/∂y at y1. */
function errorOf(changed: Partial<Network> = {}, t: readonly number[] = [0.4, 0.8]): NumberPart {
  const situation = workedSituation(changed, { x: [2, 3], t });
  const question = error.build(situation, { unit: { layer: 2, index: 0 }, edge: null }, choice);
  return error.part(situation, question, 'e:y1') as NumberPart;
}
const at = (...of: readonly (readonly [Row[0], number])[]): Row[] =>
  of.map(([id, value]): Row => [id, 'e:y1', value]);
const slips = (value: number): Row[] =>
  at(...[0.1, 10, 0.01, 100, 0.001, 1000].map((power) => ['slip', power * value] as const));

test('error 0.9 − 0.4: places and values of every mistake', () => {
  expect(known(errorOf())).toEqual(
    rows([
      ...at(
        ['sign', -0.5],
        ['loss-factor', 1],
        ['loss-factor', 0.25],
        ['loss-value', 0.145],
        ['error-squared', 0.25],
        ['target-missing', 0.9],
        ['output-missing', 0.4],
        ['target-added', 1.3],
        ['parcel-given', 0.045],
        ['neighbour', -0.2],
      ),
      ...slips(0.5),
    ]),
  );
});

test('error, target of 0: the target is not forgotten, added or given in place of the error', () => {
  const ids = errorOf({}, [0, 0.8])
    .candidates()
    .map(({ id }) => id);
  expect([...new Set(ids)]).toEqual([
    'sign',
    'loss-factor',
    'loss-value',
    'error-squared',
    'parcel-given',
    'neighbour',
    'slip',
  ]);
});

test('error, cross-entropy: y − t is the shortcut, and E has no factor', () => {
  // e = 0.5/(0.9·0.1)
  const e = 0.5 / 0.09;
  const ln = Math.log;
  const E = -(0.4 * ln(0.9) + 0.6 * ln(0.1) + 0.8 * ln(0.6) + 0.2 * ln(0.4));
  expect(known(errorOf({ loss: 'binary-cross-entropy' }))).toEqual(
    rows([
      ...at(
        ['sign', -e],
        ['loss-shortcut', 0.5],
        ['loss-value', E],
        ['error-squared', 0.25],
        ['target-missing', 0.9],
        ['output-missing', 0.4],
        ['target-added', 1.3],
        ['parcel-given', 0.5],
        ['neighbour', -0.2 / 0.24],
      ),
      ...slips(e),
    ]),
  );
});

test('error, softmax: y − t with no f′ to multiply by, no shortcut to take', () => {
  // Outputs of 3/4 and 1/4.
  const part = errorOf(WORKED_SOFTMAX, [1, 0]);
  expect(part.truth).toBeCloseTo(-0.25, 12);
  expect(known(part)).toEqual(
    rows([
      ...at(
        ['sign', 0.25],
        ['loss-value', -Math.log(0.75)],
        ['error-squared', 0.0625],
        ['target-missing', 0.75],
        ['output-missing', 1],
        ['target-added', 1.75],
        ['neighbour', 0.25],
      ),
      ...slips(-0.25),
    ]),
  );
});

test('error, softmax in a network of one layer: the neighbour is the other output', () => {
  const single: Partial<Network> = {
    layers: [{ units: 2, activation: 'softmax' }],
    weights: [
      [
        [0, 0],
        [0, 0],
      ],
    ],
    biases: [[Math.log(3), 0]],
    loss: 'cross-entropy',
  };
  const situation = workedSituation(single, { x: [2, 3], t: [1, 0] });
  const question = error.build(situation, { unit: { layer: 1, index: 0 }, edge: null }, choice);
  const part = error.part(situation, question, 'e:y1') as NumberPart;
  expect(known(part)).toContain(rows([['neighbour', 'e:y1', 0.25]])[0]);
});

test('error, f′ of 1: δ is the error itself', () => {
  const straight = { layers: [WORKED.layers[0]!, { units: 2, activation: 'identity' as const }] };
  expect(known(errorOf(straight)).some((row) => row.startsWith('parcel-given'))).toBe(false);
});

test('error: a wrong sign shows in the operands too, also of a softmax', () => {
  const shows = (part: NumberPart, raw: string) => {
    const read = readNumber(raw);
    const { working } = part.candidates().find(({ id }) => id === 'sign')!;
    return read.ok && isWorking(read.typed, working);
  };
  expect(shows(errorOf(), '0.4-0.9')).toBe(true);
  expect(shows(errorOf({ loss: 'squared-error' }), '2*(0.4-0.9)')).toBe(true);
  const softmax: Partial<Network> = {
    layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }],
    loss: 'cross-entropy',
  };
  // Sums that differ by ln 6: 6/7 and 1/7
  expect(shows(errorOf(softmax, [0, 1]), '0-0.8571')).toBe(true);
  expect(shows(errorOf(softmax, [0, 1]), '0.1429-1')).toBe(false);
});
