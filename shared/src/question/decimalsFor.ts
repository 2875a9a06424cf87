import type { Network } from '../maths/network.ts';
import { decimalsAfterStep, decimalsOf } from './numbers/decimals.ts';
import { isNumberPart, type Part, type Truth } from './part.ts';

/** Number of decimals by part; parts that are no numbers are left out. */
export type Decimals = Partial<Readonly<Record<Part, number>>>;

/**
 * Number of decimals in which the answer to each part has as many figures as asked. It tells the size of the answer,
 * and is shown before it: which figures count cannot be said in another way.
 *
 * @param truth  right answers to the parts
 */
export function decimalsFor({ learningRate }: Network, parts: readonly Part[], truth: Truth): Decimals {
  return Object.fromEntries(
    parts.filter(isNumberPart).flatMap((part) => {
      const value = part === 'estimate' ? (truth.G ?? truth.estimate) : truth[part];
      if (value === undefined) return [];
      const step = learningRate * (truth.G ?? 0);
      return [[part, part === 'next' ? decimalsAfterStep(value, step) : decimalsOf(value)]];
    }),
  );
}
