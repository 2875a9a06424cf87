import type { Layer, LossName, Network } from '../maths/network.ts';
import { sideSlopes } from '../maths/activation.ts';
import { recordOf, unitActivation } from '../maths/activations.ts';
import type { CellRef } from './spreadsheet.ts';

/** Spreadsheet formulas of the maths: IF, EXP, LN, TANH, INT and the four operations suffice. */

/** f of a pre-activation. `cells` lists the sums of the whole layer, which softmax needs. */
export function activationFormula(layer: Layer, u: CellRef, cells: readonly CellRef[]): string {
  const record = recordOf(layer.activation);
  return record.of === 'layer' ? record.cells.value(u, cells) : record.cells.value(u, sideSlopes(layer));
}

/** f′ of a pre-activation, from the sum or from the output. @throws {RangeError} for softmax, which has none */
export function slopeFormula(layer: Layer, u: CellRef, a: CellRef): string {
  const record = unitActivation(layer.activation);
  if (!record) throw new RangeError(`${layer.activation} has no slope of one unit`);
  return record.cells.slope(u, a, sideSlopes(layer));
}

/** ∂E/∂y of one output among `count`. */
export function errorFormula(loss: LossName, y: CellRef, t: CellRef, count: number): string {
  switch (loss) {
    case 'half-squared-error':
      return `${y}-${t}`;
    case 'squared-error':
      return `2*(${y}-${t})`;
    case 'mean-squared-error':
      return `2/${count}*(${y}-${t})`;
    case 'binary-cross-entropy':
      return `(${y}-${t})/(${y}*(1-${y}))`;
    case 'cross-entropy':
      return `-${t}/${y}`;
  }
}

/** a·ln b, and 0 where a is 0, as its limit. */
const timesLog = (a: string, b: string): string => `IF(${a}=0,0,${a}*LN(${b}))`;

/** E of one sample. */
export function lossFormula(loss: LossName, y: readonly CellRef[], t: readonly CellRef[]): string {
  const sum = (term: (y_k: CellRef, t_k: CellRef) => string): string =>
    y.map((y_k, k) => term(y_k, t[k]!)).join('+');
  const squares = sum((y_k, t_k) => `(${y_k}-${t_k})*(${y_k}-${t_k})`);
  switch (loss) {
    case 'half-squared-error':
      return `(${squares})/2`;
    case 'squared-error':
      return squares;
    case 'mean-squared-error':
      return `(${squares})/${y.length}`;
    case 'binary-cross-entropy':
      return `0-(${sum((y_k, t_k) => `${timesLog(t_k, y_k)}+${timesLog(`(1-${t_k})`, `1-${y_k}`)}`)})`;
    case 'cross-entropy':
      return `0-(${sum((y_k, t_k) => timesLog(t_k, y_k))})`;
  }
}

/** w − η·G, rounded to the network's snap if there is one. */
export function stepFormula({ snap }: Network, w: CellRef, rate: CellRef, G: CellRef): string {
  const step = `${w}-${rate}*${G}`;
  if (snap === null) return step;
  const perUnit = Math.round(1 / snap);
  const isWhole = Math.abs(1 / snap - perUnit) < 1e-9 * perUnit;
  return isWhole ? `INT((${step})*${perUnit}+0.5)/${perUnit}` : `INT((${step})/${snap}+0.5)*${snap}`;
}

/** Σ of products. */
export const productsFormula = (pairs: readonly (readonly [CellRef, CellRef])[]): string =>
  pairs.map(([a, b]) => `${a}*${b}`).join('+');
