/**
 * A calculation as it could be written down, with its operands and not only its value.
 *
 * A number may have other `ways` to be written: f′ of a sigmoid is one value and is also a·(1 − a).
 */
export type Expression =
  | { readonly type: 'number'; readonly value: number; readonly ways: readonly Expression[] }
  | { readonly type: 'product'; readonly of: readonly Expression[] }
  | { readonly type: 'sum'; readonly of: readonly Expression[] };

export const num = (value: number, ...ways: readonly Expression[]): Expression => ({
  type: 'number',
  value,
  ways,
});
export const product = (...of: readonly Expression[]): Expression => ({ type: 'product', of });
export const sum = (...of: readonly Expression[]): Expression => ({ type: 'sum', of });
export const negative = (expression: Expression): Expression => product(num(-1), expression);

/** Value of a calculation. A product of nothing is 1, a sum of nothing 0. */
export function valueOf(expression: Expression): number {
  switch (expression.type) {
    case 'number':
      return expression.value;
    case 'product':
      return expression.of.reduce((total, factor) => total * valueOf(factor), 1);
    case 'sum':
      return expression.of.reduce((total, term) => total + valueOf(term), 0);
  }
}

/** Value of a calculation if nothing in it cancelled. */
export function sizeOf(expression: Expression): number {
  switch (expression.type) {
    case 'number': {
      // A loop: explaining a wrong answer asks for the size of each of hundreds of candidates.
      let size = Math.abs(expression.value);
      for (const way of expression.ways) size = Math.max(size, sizeOf(way));
      return size;
    }
    case 'product':
      return expression.of.reduce((total, factor) => total * sizeOf(factor), 1);
    case 'sum':
      return expression.of.reduce((total, term) => total + sizeOf(term), 0);
  }
}
