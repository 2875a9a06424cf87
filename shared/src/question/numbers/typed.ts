import { halfUnit } from './decimals.ts';

/** An answer as an expression tree: numbers, signs and + − × ÷. */
export type Typed =
  | {
      readonly type: 'number';
      readonly value: number;
      /** Number of significant figures given. */
      readonly figures: number;
    }
  | { readonly type: 'negative'; readonly of: Typed }
  | { readonly type: Operator; readonly left: Typed; readonly right: Typed };

/** Operators of two operands. */
export type Operator = '+' | '-' | '*' | '/';

/** Value of a typed expression. */
export function evaluate(typed: Typed): number {
  switch (typed.type) {
    case 'number':
      return typed.value;
    case 'negative':
      return -evaluate(typed.of);
    case '+':
      return evaluate(typed.left) + evaluate(typed.right);
    case '-':
      return evaluate(typed.left) - evaluate(typed.right);
    case '*':
      return evaluate(typed.left) * evaluate(typed.right);
    case '/':
      return evaluate(typed.left) / evaluate(typed.right);
  }
}

/** Significant figures of a plain number, with or without a sign; null for a fraction or an expression. */
export function figuresOf(typed: Typed): number | null {
  if (typed.type === 'negative') return figuresOf(typed.of);
  return typed.type === 'number' ? typed.figures : null;
}

/** Size of an expression if nothing in it cancelled: how much rounded operands can change its value. */
function sizeOf(typed: Typed): number {
  switch (typed.type) {
    case 'number':
      return Math.abs(typed.value);
    case 'negative':
      return sizeOf(typed.of);
    case '+':
    case '-':
      return sizeOf(typed.left) + sizeOf(typed.right);
    case '*':
      return sizeOf(typed.left) * sizeOf(typed.right);
    case '/': {
      const divisor = Math.abs(evaluate(typed.right));
      return (sizeOf(typed.left) / divisor) * (sizeOf(typed.right) / divisor);
    }
  }
}

/** Relative rounding of a product of operands with four figures each. */
const OPERAND_ROUNDING = 0.002;

/**
 * Tells whether a result is the value of a working: within half a unit of the result's last figure, and within what
 * the rounding of the working's operands can change.
 */
export function isResultOf(result: Typed, working: Typed): boolean {
  const value = evaluate(result);
  const figures = figuresOf(result);
  const half = figures === null ? 0 : halfUnit(value, figures);
  const slack = OPERAND_ROUNDING * sizeOf(working) + 1.000001 * half;
  return Math.abs(value - evaluate(working)) <= slack;
}
