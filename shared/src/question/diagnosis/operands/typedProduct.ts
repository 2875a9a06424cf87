import { evaluate, type Typed } from '../../numbers/readNumber.ts';

/** Figures assumed at least: trailing zeros are often left out, so fewer figures count as this many. */
const FIGURES = 3;

/** Half a unit in the last significant figure; 0 for 0, which has none. */
export function halfUnit(value: number, figures: number): number {
  return 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - figures + 1);
}

/** A factor without its sign: a number, or a sum in parentheses. */
export type TypedFactor =
  | { readonly value: number; readonly slack: number; readonly terms?: undefined }
  | { readonly value: number; readonly terms: readonly TypedProduct[] };

/** A product as typed, with nested products and signs flattened. */
export interface TypedProduct {
  readonly sign: number;
  readonly factors: readonly TypedFactor[];
}

const signOf = (value: number): number => (value < 0 ? -1 : 1);

function termsOfTyped(typed: Typed, sign: number): TypedProduct[] {
  if (typed.type === '+' || typed.type === '-') {
    return [
      ...termsOfTyped(typed.left, sign),
      ...termsOfTyped(typed.right, typed.type === '-' ? -sign : sign),
    ];
  }
  if (typed.type === 'negative') return termsOfTyped(typed.of, -sign);
  const of = productOfTyped(typed);
  return [{ ...of, sign: of.sign * sign }];
}

const leaf = (value: number, slack: number): TypedProduct => ({
  sign: signOf(value),
  factors: [{ value: Math.abs(value), slack }],
});

function times(a: TypedProduct, b: TypedProduct): TypedProduct {
  return { sign: a.sign * b.sign, factors: [...a.factors, ...b.factors] };
}

export function productOfTyped(typed: Typed): TypedProduct {
  switch (typed.type) {
    case 'number':
      return leaf(typed.value, halfUnit(typed.value, Math.max(FIGURES, typed.figures)));
    case 'negative': {
      const of = productOfTyped(typed.of);
      return { ...of, sign: -of.sign };
    }
    case '*':
      return times(productOfTyped(typed.left), productOfTyped(typed.right));
    case '/': {
      const [left, right] = [evaluate(typed.left), evaluate(typed.right)];
      const isFraction = typed.left.type === 'number' && typed.right.type === 'number';
      if (isFraction) return leaf(left / right, 0);
      return times(productOfTyped(typed.left), leaf(1 / right, Math.abs(0.005 / right)));
    }
    case '+':
    case '-': {
      const value = evaluate(typed);
      const sign = signOf(value);
      // A sum counts as positive; its sign belongs to the product.
      return { sign, factors: [{ value: Math.abs(value), terms: termsOfTyped(typed, sign) }] };
    }
  }
}
