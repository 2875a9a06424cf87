import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activationFormula, slopeFormula } from '../receipt/formulas.ts';
import { centralDifference } from '../testing/centralDifference.ts';
import type { CellRef } from '../receipt/spreadsheet.ts';
import { computeSheet } from '../testing/spreadsheet.ts';
import { activate, activationOf, largestSlope, sideSlopes, slopesOf } from './activation.ts';
import {
  ACTIVATION_NAMES,
  ACTIVATIONS,
  recordOf,
  UNIT_ACTIVATION_NAMES,
  unitActivation,
} from './activations.ts';
import { evaluate } from './formula.ts';
import type { Layer } from './network.ts';

const layersOf = (sides: Pick<Layer, 'slope' | 'up'>): Layer[] =>
  UNIT_ACTIVATION_NAMES.map((activation) => ({ units: 1, activation, ...sides }));
const LAYERS = [
  ...layersOf({ slope: 0.2 }),
  ...[{ up: 0.7 }, { slope: 0.3, up: 0.8 }, { slope: 1.5, up: 0.5 }].map((sides) => ({
    units: 1,
    activation: 'leaky-relu' as const,
    ...sides,
  })),
];
/** Sums from saturated negative values to saturated positive ones. */
const EVERYWHERE = Array.from({ length: 8_001 }, (_, i) => (i - 4_000) / 100);
const cell = (name: string): CellRef => name as CellRef;
const SUMS = [-6.5, -2, -0.3, 0.4, 1, 7];

describe.each(LAYERS)('$activation, slopes $slope and $up', (layer) => {
  const { value, derivative } = activationOf(layer);
  const record = unitActivation(layer.activation)!;
  const letters = (u: number) => ({ u, f: value(u), ...sideSlopes(layer), layer: [] });

  test('f′ is the slope of f', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (u) => {
        fc.pre(Math.abs(u) > 1e-4);
        expect(derivative(u)).toBeCloseTo(
          centralDifference((shift) => value(u + shift)),
          6,
        );
      }),
    );
  });

  test('f and f′ stay finite, and f′ within the largest slope, for any sum', () => {
    for (const u of [-1e6, -745, -40, 0, 40, 745, 1e6]) {
      expect(Number.isFinite(value(u))).toBe(true);
      expect(derivative(u)).toBeGreaterThanOrEqual(0);
      expect(derivative(u)).toBeLessThanOrEqual(largestSlope(layer));
    }
  });

  test.each([
    { slope: 0.2 },
    { slope: 3 },
    { slope: 0.2, up: 0.1 },
    { slope: 0.2, up: 4 },
    { slope: -1, up: 0.5 },
  ])('largest slope: equals the largest that a search finds (%j)', (sides) => {
    const own = { ...layer, ...sides };
    expect(Math.max(...EVERYWHERE.map(activationOf(own).derivative))).toBeCloseTo(largestSlope(own), 6);
  });

  test('shape: describes where f′ changes: nowhere, at 0 only, or everywhere', () => {
    const slopes = new Set(EVERYWHERE.map(derivative));
    expect(slopes.size === 1 ? 'line' : slopes.size === 2 ? 'gate' : 'curve').toBe(record.shape);
  });

  test.each(SUMS)('printed formulas equal f and f′ at %d', (u) => {
    expect(evaluate(record.formula, letters(u))).toBeCloseTo(value(u), 9);
    expect(evaluate(record.slopeFormula, letters(u))).toBeCloseTo(derivative(u), 9);
  });

  test.each(SUMS)('spreadsheet formulas equal f and f′ at %d', (u) => {
    const sheet = `What,Value\nu,${u}\na,"=${activationFormula(layer, cell('B2'), [])}"\nf′,"=${slopeFormula(layer, cell('B2'), cell('B3'))}"\n`;
    const [, a, slope] = computeSheet(sheet).map((line) => line.value);
    expect(a).toBeCloseTo(value(u), 9);
    expect(slope).toBeCloseTo(derivative(u), 9);
  });
});

test.each(ACTIVATION_NAMES)(
  '%s: the function beside f on the keypad is another one, of one number',
  (name) => {
    const { keyBeside } = recordOf(name);
    expect(UNIT_ACTIVATION_NAMES).toContain(keyBeside);
    expect(keyBeside).not.toBe(name);
  },
);

test.each(ACTIVATION_NAMES)('%s: is named on the page about network files', (name) => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/network-file.md'), 'utf8');
  expect(page).toContain(`\`${name}\``);
});

test('slope: ignored by a function that has no such parameter', () => {
  for (const changed of [{ slope: 3 }, { slope: 0.2, up: 3 }]) {
    const steeps = layersOf(changed);
    for (const [other, steep] of layersOf({ slope: 0.2 }).map((layer, i) => [layer, steeps[i]!] as const)) {
      const has = unitActivation(other.activation)!.defaultSides !== undefined;
      const isSame = EVERYWHERE.every(
        (u) => activationOf(other).derivative(u) === activationOf(steep).derivative(u),
      );
      expect(isSame, other.activation).toBe(!has);
    }
  }
});

test('kink: f′ is the slope of the left side', () => {
  expect(activationOf({ units: 1, activation: 'relu' }).derivative(0)).toBe(0);
  expect(activationOf({ units: 1, activation: 'leaky-relu', slope: 0.3 }).derivative(0)).toBe(0.3);
  expect(activationOf({ units: 1, activation: 'leaky-relu' }).derivative(-1)).toBe(0.01);
});

test('leaky relu: both slopes at worked values, `up` being 1 where it is left out', () => {
  const two = activationOf({ units: 1, activation: 'leaky-relu', slope: 0.3, up: 0.8 });
  expect([-5, 0, 4].map(two.value)).toEqual([-1.5, 0, 3.2]);
  expect([-5, 0, 4].map(two.derivative)).toEqual([0.3, 0.3, 0.8]);
  const one = activationOf({ units: 1, activation: 'leaky-relu', slope: 0.3 });
  expect([-5, 0, 4].map(one.value)).toEqual([-1.5, 0, 4]);
  const none = { units: 1, activation: 'leaky-relu', slope: 0, up: 0 } as const;
  expect(largestSlope(none)).toBe(1);
});

test('relu: gives 0, not −0, for −0', () => {
  expect(activationOf({ units: 1, activation: 'relu' }).value(-0)).toBe(0);
});

test('slope: only leaky-relu uses the one of its file', () => {
  expect(largestSlope({ units: 1, activation: 'identity', slope: 3 })).toBe(1);
  expect(largestSlope({ units: 1, activation: 'leaky-relu' })).toBe(1);
});

test('softmax: adds up to 1, does not change with a common summand, has no f′ of one number', () => {
  const layer = { units: 2, activation: 'softmax' } as const;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 2, maxLength: 6 }),
      (u) => {
        const y = activate(layer, u);
        expect(y.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        activate(
          layer,
          u.map((value) => value + 50),
        ).forEach((value, k) => expect(value).toBeCloseTo(y[k]!, 9));
      },
    ),
  );
  const printed = evaluate(ACTIVATIONS.softmax.formula, { u: 1, f: 0, slope: 0, up: 0, layer: [1, 2] });
  expect(printed).toBeCloseTo(activate(layer, [1, 2])[0]!, 12);
  expect(slopesOf(layer, [1, 2])).toBeNull();
  expect(() => activationOf(layer)).toThrow(new RangeError('softmax is no function of one pre-activation'));
});
