import { fourFigures } from '../drawing/layout/text.ts';
import { recordOf, type SideSlopes, unitActivation } from '../maths/activations.ts';
import { sideSlopes } from '../maths/activation.ts';
import type { Formula } from '../maths/formula.ts';
import type { Layer, LossName } from '../maths/network.ts';
import { fill } from '../strings/fill.ts';
import type { SheetWords } from '../strings/sheet.ts';

/** Formulas in one line of text, as they are written by hand. */

const isShort = ({ type }: Formula): boolean => ['number', 'letter', 'exp', 'ln', 'max'].includes(type);

function textOf(formula: Formula, sides: SideSlopes, words: SheetWords): string {
  const of = (part: Formula): string => textOf(part, sides, words);
  const inside = (part: Formula): string => (isShort(part) ? of(part) : `(${of(part)})`);
  switch (formula.type) {
    case 'number':
      return fourFigures(formula.value);
    case 'letter':
      return { u: 'u', f: 'f(u)', slope: fourFigures(sides.slope), up: fourFigures(sides.up) }[formula.name];
    case 'negative':
      return `−${inside(formula.of)}`;
    case 'square':
      return `${inside(formula.of)}²`;
    case 'exp':
      return formula.of.type === 'letter' ? `e^${of(formula.of)}` : `e^(${of(formula.of)})`;
    case 'ln':
      return `ln(${of(formula.of)})`;
    case 'total':
      return `Σ ${inside(formula.of)}`;
    case 'sum':
      return `${of(formula.of[0])} + ${of(formula.of[1])}`;
    case 'difference':
      return `${of(formula.of[0])} − ${inside(formula.of[1])}`;
    case 'product':
      return `${inside(formula.of[0])} × ${inside(formula.of[1])}`;
    case 'max':
      return `max(${of(formula.of[0])}, ${of(formula.of[1])})`;
    case 'fraction':
      return `${inside(formula.top)} ÷ ${inside(formula.bottom)}`;
    case 'bend':
      return `${fill(words.above, { value: of(formula.above) })}, ${fill(words.notAbove, { value: of(formula.below) })}`;
  }
}

/** f and f′ of a layer, `f(u) = 1 ÷ (1 + e^(−u))`; softmax has no f′ of one number. */
export function activationText(layer: Layer, words: SheetWords): string {
  const sides = sideSlopes(layer);
  const f = `f(u) = ${textOf(recordOf(layer.activation).formula, sides, words)}`;
  const unit = unitActivation(layer.activation);
  return unit ? `${f},  f′(u) = ${textOf(unit.slopeFormula, sides, words)}` : f;
}

/** Loss of one sample, summed over its outputs. */
export function lossText(loss: LossName, outputs: number): string {
  const formulas: Record<LossName, string> = {
    'half-squared-error': '½ (y − t)²',
    'squared-error': '(y − t)²',
    'mean-squared-error': outputs === 1 ? '(y − t)²' : `(y − t)² ÷ ${outputs}`,
    'binary-cross-entropy': '(−t × ln(y) − (1 − t) × ln(1 − y))',
    'cross-entropy': '(−t × ln(y))',
  };
  return `E = ${outputs === 1 ? '' : 'Σ '}${formulas[loss]}`;
}
