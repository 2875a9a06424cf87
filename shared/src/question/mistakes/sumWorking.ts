import { type Expression, num, product, sum } from '../numbers/expression.ts';
import type { ForwardFacts } from './partFacts.ts';

/** A pre-activation with a mistake: what stands in place of the right terms. */
export interface SumWorking {
  /** Term of each incoming value; null: left out. */
  readonly term?: (x: number, i: number) => Expression | null;
  /** Bias; null: left out. */
  readonly bias?: number | null;
  /** Factor that the whole was multiplied by in addition. */
  readonly factor?: number;
  /** Expression of the whole, where it is no such sum. */
  readonly whole?: Expression;
}

/** Writes the working of a pre-activation down; without a mistake, the right one. */
export function writeSum(facts: ForwardFacts, working: SumWorking): Expression {
  const { incoming, weights } = facts;
  const { whole, factor, term = (x, i) => product(num(weights[i]!), num(x)), bias = facts.bias } = working;
  if (whole) return whole;
  const written = incoming.map(term).filter((one) => one !== null);
  const terms = sum(...written, ...(bias === null || bias === 0 ? [] : [num(bias)]));
  return factor === undefined ? terms : product(num(factor), terms);
}
