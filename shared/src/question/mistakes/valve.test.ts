import { expect, test } from 'vitest';
import { chain, known, type Row, rows, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Layer, Network } from '../../maths/network.ts';
import { valve } from '../kinds/valve.ts';
import type { NumberPart } from '../gradedPart.ts';

const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
/** f′ at h1, as a part. */
function valveOf(changed: Partial<Network> = {}, x: readonly number[] = [2, 3]): NumberPart {
  const t = (changed.layers ?? WORKED.layers).at(-1)!.units === 1 ? [0] : [0.4, 0.8];
  const situation = workedSituation(changed, { x, t });
  const question = valve.build(situation, { unit: { layer: 1, index: 0 }, edge: null }, choice);
  return valve.part(situation, question, 'f:h1') as NumberPart;
}
const at = (...of: readonly (readonly [Row[0], number])[]): Row[] =>
  of.map(([id, value]): Row => [id, 'f:h1', value]);
const slips = (value: number): Row[] =>
  at(...[0.1, 10, 0.01, 100, 0.001, 1000].map((power) => ['slip', power * value] as const));
const straight = (hidden: Omit<Layer, 'units'>, w: number) =>
  valveOf(chain([hidden, { activation: 'identity' }], [w, 3], [0, 0]), [2]);

test('slope f′ = 0.75·0.25 of a sigmoid: places and values of every mistake', () => {
  const ln3 = Math.log(3);
  const slopeOf = (u: number) => Math.exp(-u) / (1 + Math.exp(-u)) ** 2;
  expect(known(valveOf())).toEqual(
    rows([
      ...at(
        ['slope-missing', 1],
        ['slope-activation', 0.75],
        ['slope-of-output', slopeOf(0.75)],
        ['slope-formula-on-sum', ln3 * (1 - ln3)],
        // 1 − a, 1 − a², 1 − 2a, a²
        ['slope-half-formula', 0.25],
        ['slope-half-formula', 0.4375],
        ['slope-half-formula', -0.5],
        ['slope-half-formula', 0.5625],
        ['slope-wrong-unit', 0.16],
        ['slope-wrong-function', 1 - 0.8 ** 2],
        ['belly-given', ln3],
      ),
      ...slips(0.1875),
    ]),
  );
});

test('slope of an open relu: the sum equals the output, and the other side of the gate is 0', () => {
  expect(
    known(straight({ activation: 'relu' }, 1)).filter((row) => !row.startsWith('slope-wrong-f')),
  ).toEqual(rows([...at(['slope-activation', 2], ['slope-gate-inverted', 0]), ...slips(1)]));
});

test('slope of a shut relu: the gate ignored is 1, as is f′ left out; a slip of 0 is 0', () => {
  const rest = known(straight({ activation: 'relu' }, -1)).filter((row) => !row.startsWith('slope-wrong-f'));
  expect(rest).toEqual(rows(at(['slope-gate-ignored', 1], ['slope-missing', 1], ['belly-given', -2])));
});

test('slope of a leaky relu: each side has its own', () => {
  const leaky = { activation: 'leaky-relu', slope: 0.25 } as const;
  const gates = (w: number) => known(straight(leaky, w)).filter((row) => row.startsWith('slope-gate'));
  expect(gates(1)).toEqual(rows(at(['slope-gate-inverted', 0.25])));
  expect(gates(-1)).toEqual(rows(at(['slope-gate-ignored', 1])));
});

test('slope: another unit with the same f′ is no mistake', () => {
  const twins: Partial<Network> = {
    layers: [{ units: 2, activation: 'identity' }, WORKED.layers[1]!],
  };
  expect(known(valveOf(twins)).filter((row) => row.startsWith('slope-wrong-unit'))).toEqual([]);
});
