import type { Facts } from '../facts.ts';
import { type Expression, negative, num, product, sum } from '../numbers/expression.ts';

/** A next weight with a mistake: what stands in place of the right terms. */
export interface UpdateWorking {
  /** Weight that the step starts from. */
  readonly w?: number;
  /** Learning rate; null: left out. */
  readonly rate?: null;
  /** The step goes along the gradient. */
  readonly isUphill?: true;
  /** Factor that the whole was multiplied by in addition. */
  readonly factor?: number;
  /** Expression of the whole, where it is no such step. */
  readonly whole?: Expression;
}

/** Writes the working of a next weight down; without a mistake, the right one: w − η·G. */
export function writeUpdate({ w: own, G, network }: Facts, working: UpdateWorking): Expression {
  const { w = own, rate, isUphill, factor, whole } = working;
  if (whole) return whole;
  const step = rate === null ? num(G) : product(num(network.learningRate), num(G));
  const next = sum(num(w), isUphill ? step : rate === null ? num(-G) : negative(step));
  return factor === undefined ? next : product(num(factor), next);
}
