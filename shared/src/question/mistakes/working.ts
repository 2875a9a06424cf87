import type { Expression } from '../numbers/expression.ts';
import type { Terms } from './terms.ts';

/** The parts of a contribution that are numbers. */
export type ContributionNumber = 'S' | 'delta' | 'G';

/** A set of three in which something went wrong: what the player had in place of S, f′ and x; null: left out. */
export interface Working extends Partial<Terms> {
  readonly S?: Expression;
  /** What the whole was multiplied by besides. */
  readonly factor?: number;
  /** The one part in which it shows, where it is not every one that comes after. */
  readonly only?: ContributionNumber;
  /** What came out, where it is no set of three any more. */
  readonly whole?: Expression;
}
