import { slopeParameter } from '../../src/maths/activation.ts';
import { recordOf, unitActivation } from '../../src/maths/activations.ts';
import { evaluate } from '../../src/maths/formula.ts';
import type { Layer } from '../../src/maths/network.ts';

/** Textbook formulas of the functions, computed as printed; students use none of the game's code. */

export function f(layer: Layer, u: number, all: readonly number[] = [u]): number {
  const slope = slopeParameter(layer);
  return evaluate(recordOf(layer.activation).formula, { u, f: Number.NaN, slope, layer: all });
}

export function fPrime(layer: Layer, u: number): number {
  const record = unitActivation(layer.activation);
  const slope = slopeParameter(layer);
  return record ? evaluate(record.slopeFormula, { u, f: f(layer, u), slope, layer: [] }) : Number.NaN;
}
