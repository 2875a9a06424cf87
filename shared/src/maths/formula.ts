/** Variables of a formula: the pre-activation, the output f(u), and a layer's slopes at and below 0, and above it. */
export type Letter = 'u' | 'f' | 'slope' | 'up';

/**
 * A printed formula as data: pages draw it, tests and simulated students compute with it.
 */
export type Formula =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'letter'; readonly name: Letter }
  | { readonly type: 'negative' | 'square' | 'exp' | 'ln' | 'total'; readonly of: Formula }
  | { readonly type: 'sum' | 'difference' | 'product' | 'max'; readonly of: readonly [Formula, Formula] }
  | { readonly type: 'fraction'; readonly top: Formula; readonly bottom: Formula }
  /** One value where u > 0, another where it is not. */
  | { readonly type: 'bend'; readonly above: Formula; readonly below: Formula };

export const U: Formula = { type: 'letter', name: 'u' };
export const F: Formula = { type: 'letter', name: 'f' };
export const SLOPE: Formula = { type: 'letter', name: 'slope' };
export const UP: Formula = { type: 'letter', name: 'up' };
export const number = (value: number): Formula => ({ type: 'number', value });
export const negative = (of: Formula): Formula => ({ type: 'negative', of });
export const square = (of: Formula): Formula => ({ type: 'square', of });
export const exp = (of: Formula): Formula => ({ type: 'exp', of });
export const ln = (of: Formula): Formula => ({ type: 'ln', of });
/** Σ over the units of the layer. */
export const total = (of: Formula): Formula => ({ type: 'total', of });
export const sum = (a: Formula, b: Formula): Formula => ({ type: 'sum', of: [a, b] });
export const difference = (a: Formula, b: Formula): Formula => ({ type: 'difference', of: [a, b] });
export const product = (a: Formula, b: Formula): Formula => ({ type: 'product', of: [a, b] });
export const max = (a: Formula, b: Formula): Formula => ({ type: 'max', of: [a, b] });
export const fraction = (top: Formula, bottom: Formula): Formula => ({ type: 'fraction', top, bottom });
export const bend = (above: Formula, below: Formula): Formula => ({ type: 'bend', above, below });

/** Values of a formula's variables. */
export interface Letters extends Record<Letter, number> {
  /** Pre-activations of the whole layer. */
  readonly layer: readonly number[];
}

const PAIRS = {
  sum: (a: number, b: number) => a + b,
  difference: (a: number, b: number) => a - b,
  product: (a: number, b: number) => a * b,
  max: (a: number, b: number) => Math.max(a, b),
};

/** Value of a formula, computed as printed, without care for overflow. */
export function evaluate(formula: Formula, letters: Letters): number {
  const of = (part: Formula): number => evaluate(part, letters);
  switch (formula.type) {
    case 'number':
      return formula.value;
    case 'letter':
      return letters[formula.name];
    case 'negative':
      return -of(formula.of);
    case 'square':
      return of(formula.of) * of(formula.of);
    case 'exp':
      return Math.exp(of(formula.of));
    case 'ln':
      return Math.log(of(formula.of));
    case 'total':
      return letters.layer.reduce((all, u) => all + evaluate(formula.of, { ...letters, u }), 0);
    case 'fraction':
      return of(formula.top) / of(formula.bottom);
    case 'bend':
      return of(letters.u > 0 ? formula.above : formula.below);
    default:
      return PAIRS[formula.type](of(formula.of[0]), of(formula.of[1]));
  }
}

/** Tells whether a formula contains a variable. */
export function mentions(formula: Formula, letter: Letter): boolean {
  return JSON.stringify(formula).includes(JSON.stringify({ type: 'letter', name: letter }));
}
