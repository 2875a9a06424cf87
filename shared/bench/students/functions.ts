import { sideSlopes } from '../../src/maths/activation.ts';
import { recordOf, unitActivation } from '../../src/maths/activations.ts';
import { evaluate } from '../../src/maths/formula.ts';
import type { Layer } from '../../src/maths/network.ts';

/** Textbook formulas of the functions, computed as printed; students use none of the game's code. */

export function f(layer: Layer, u: number, all: readonly number[] = [u]): number {
  const letters = { u, f: Number.NaN, ...sideSlopes(layer), layer: all };
  return evaluate(recordOf(layer.activation).formula, letters);
}

export function fPrime(layer: Layer, u: number): number {
  const record = unitActivation(layer.activation);
  const letters = { u, f: f(layer, u), ...sideSlopes(layer), layer: [] };
  return record ? evaluate(record.slopeFormula, letters) : Number.NaN;
}
