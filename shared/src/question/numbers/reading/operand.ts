import type { Operator, Typed } from '../typed.ts';

/** An operand of a product, with what its spelling says about it. */
export interface Operand {
  readonly typed: Typed;
  /** `whole`: digits alone, as in a fraction; `number`: any other number; `other`: anything else. */
  readonly kind: 'whole' | 'number' | 'other';
  /** True for a lone power of ten. */
  readonly isPowerOfTen: boolean;
}

/** A product as far as it has been read. */
export interface Product {
  readonly typed: Typed;
  readonly last: Operand;
  /**
   * Division in it so far: `fraction` and `doubtful` directly before, `earlier` otherwise. After a doubtful one a power
   * of ten might belong to the divisor alone.
   */
  readonly division: 'none' | 'earlier' | 'fraction' | 'doubtful';
}

export const number = (value: number, figures: number): Typed => ({ type: 'number', value, figures });
export const ofTwo = (type: Operator, left: Typed, right: Typed): Typed => ({ type, left, right });
export const operand = (typed: Typed, kind: Operand['kind'], isPowerOfTen = false): Operand => ({
  typed,
  kind,
  isPowerOfTen,
});

/** Division by an operand: 0.6/1.2 × 10⁻³ is doubtful, a fraction of whole numbers is not. */
export function divisionBy(left: Operand, right: Operand): Product['division'] {
  const isFraction = left.kind === 'whole' && right.kind === 'whole';
  return right.kind === 'other' || right.isPowerOfTen || isFraction ? 'fraction' : 'doubtful';
}

/** A fraction or a mixed number, as one exact operand. */
export function fraction(top: number, bottom: number): Operand {
  const [above, below] = [top, bottom].map((part) => number(part, String(part).length));
  return operand(ofTwo('/', above!, below!), 'other');
}

/** Number of numbers in an expression. */
export function countNumbers(typed: Typed): number {
  if (typed.type === 'number') return 1;
  if (typed.type === 'negative') return countNumbers(typed.of);
  return countNumbers(typed.left) + countNumbers(typed.right);
}
