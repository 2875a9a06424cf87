import { type Expression, num, product, valueOf } from '../../numbers/expression.ts';

/** A factor of a working, its sign apart; `terms` where it is a sum, turned so that it is positive. */
export interface WorkedFactor {
  readonly value: number;
  readonly sign: 1 | -1;
  readonly terms?: readonly Expression[];
}

export interface WorkedProduct {
  readonly sign: number;
  readonly factors: readonly WorkedFactor[];
}

const signOf = (value: number): 1 | -1 => (value < 0 ? -1 : 1);

/** Negates an expression within its numbers: a sum stays a sum. */
function negated(expression: Expression): Expression {
  if (expression.type === 'sum') return { type: 'sum', of: expression.of.map(negated) };
  if (expression.type === 'product') return product(num(-1), expression);
  return num(-expression.value, ...expression.ways.map(negated));
}

/** Lists every way to write a working as a product of factors. */
export function productForms(expression: Expression): WorkedProduct[] {
  if (expression.type === 'product') {
    return expression.of.map(productForms).reduce<WorkedProduct[]>(
      (all, ways) =>
        all.flatMap((before) =>
          ways.map((way) => ({
            sign: before.sign * way.sign,
            factors: [...before.factors, ...way.factors],
          })),
        ),
      [{ sign: 1, factors: [] }],
    );
  }
  const value = valueOf(expression);
  const [sign, size] = [signOf(value), Math.abs(value)];
  if (expression.type === 'sum') {
    const [only, ...others] = expression.of;
    if (only && others.length === 0) return productForms(only);
    const terms = sign < 0 ? expression.of.map(negated) : expression.of;
    return [{ sign, factors: [{ value: size, sign, terms }] }];
  }
  const { ways } = expression;
  const itself: WorkedProduct = { sign, factors: size === 1 ? [] : [{ value: size, sign }] };
  return [itself, ...ways.flatMap(productForms)];
}
