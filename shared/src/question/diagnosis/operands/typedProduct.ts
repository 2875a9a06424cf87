import { halfUnit } from '../../numbers/decimals.ts';
import { evaluate, type Typed } from '../../numbers/typed.ts';

/** Sign of a typed factor; 0 where a minus in front can belong to the factor or to the whole product. */
type FactorSign = 1 | -1 | 0;

/** A factor without its sign: a number, or a sum in parentheses. */
export type TypedFactor =
  | {
      readonly value: number;
      /** Largest distance of a value that the number can stand for. */
      readonly slack: number;
      readonly sign: FactorSign;
      readonly terms?: undefined;
    }
  | { readonly value: number; readonly terms: readonly TypedProduct[] };

/** A product as typed, with nested products and signs flattened. */
export interface TypedProduct {
  readonly sign: number;
  readonly factors: readonly TypedFactor[];
}

const signOf = (value: number): 1 | -1 => (value < 0 ? -1 : 1);

function termsOfTyped(typed: Typed, sign: number, fewest: number): TypedProduct[] {
  if (typed.type === '+' || typed.type === '-') {
    return [
      ...termsOfTyped(typed.left, sign, fewest),
      ...termsOfTyped(typed.right, typed.type === '-' ? -sign : sign, fewest),
    ];
  }
  if (typed.type === 'negative') return termsOfTyped(typed.of, -sign, fewest);
  const of = productOfTyped(typed, fewest);
  return [{ ...of, sign: of.sign * sign }];
}

const leaf = (value: number, slack: number): TypedProduct => ({
  sign: signOf(value),
  factors: [{ value: Math.abs(value), slack, sign: signOf(value) }],
});

function times(a: TypedProduct, b: TypedProduct): TypedProduct {
  return { sign: a.sign * b.sign, factors: [...a.factors, ...b.factors] };
}

/** Negates a number itself, or a whole product. A minus before a negative number can belong to either. */
function negative(of: TypedProduct): TypedProduct {
  const [only, ...others] = of.factors;
  const isNumber = only && !only.terms && others.length === 0;
  return {
    sign: -of.sign,
    factors: isNumber ? [{ ...only, sign: only.sign === 1 ? -1 : 0 }] : of.factors,
  };
}

function quotient(left: Typed, right: Typed, fewest: number): TypedProduct {
  const [above, below] = [evaluate(left), evaluate(right)];
  if (left.type === 'number' && right.type === 'number') return leaf(above / below, 0);
  const relative = right.type === 'number' ? slackOf(right, fewest) / Math.abs(below) : 0.005;
  return times(productOfTyped(left, fewest), leaf(1 / below, Math.abs(relative / below)));
}

function slackOf({ value, figures }: Extract<Typed, { type: 'number' }>, fewest: number): number {
  return halfUnit(value, Math.max(fewest, figures));
}

/**
 * Product that was typed.
 *
 * @param fewest  figures that a number counts as at least: trailing zeros are often left out
 */
export function productOfTyped(typed: Typed, fewest: number): TypedProduct {
  switch (typed.type) {
    case 'number':
      return leaf(typed.value, slackOf(typed, fewest));
    case 'negative':
      return negative(productOfTyped(typed.of, fewest));
    case '*':
      return times(productOfTyped(typed.left, fewest), productOfTyped(typed.right, fewest));
    case '/':
      return quotient(typed.left, typed.right, fewest);
    case '+':
    case '-': {
      const value = evaluate(typed);
      const sign = signOf(value);
      // A sum counts as positive; its sign belongs to the product.
      const terms = termsOfTyped(typed, sign, fewest).map(withOpenTerm);
      return { sign, factors: [{ value: Math.abs(value), terms }] };
    }
  }
}

/** Leaves open whether the sign of a term belongs to its first factor: a minus before it may be that of a number. */
function withOpenTerm({ sign, factors }: TypedProduct): TypedProduct {
  const [first, ...others] = factors;
  if (!first || first.terms) return { sign, factors };
  return { sign, factors: [{ ...first, sign: 0 }, ...others] };
}

/** Leaves open whether a minus in front belongs to the first factor or to the whole product. */
export function withOpenSign({ sign, factors }: TypedProduct): TypedProduct {
  const [first, ...others] = factors;
  if (!first || first.terms || first.sign !== -1) return { sign, factors };
  return { sign, factors: [{ ...first, sign: 0 }, ...others] };
}
