import type { Expression } from '../numbers/expression.ts';
import type { Terms } from './terms.ts';

/** Number parts of a contribution. */
export type ContributionNumber = 'S' | 'delta' | 'G';

/** A set of three with a mistake: the terms in place of S, f′ and x; null: left out. */
export interface Working extends Partial<Terms> {
  readonly S?: Expression;
  /** Factor that the whole was multiplied by in addition. */
  readonly factor?: number;
  /** The same in another notation. */
  readonly alternative?: Working;
  /** The single part in which the mistake shows, where it is not every part that follows. */
  readonly only?: ContributionNumber;
  /** Expression of the whole, where it is no set of three. */
  readonly whole?: Expression;
}
