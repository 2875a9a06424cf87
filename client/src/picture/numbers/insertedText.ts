import type { PlayerView } from '@relay/shared/referee/view';
import { written, writtenFine } from './written';

/**
 * Text of a value as a question inserts it: four significant figures. Where the weight after a step is asked for, as
 * many as show the step, and one more, so that rounding what is shown cannot hide it.
 */
export function insertedText(
  { decimals: { next } }: Pick<NonNullable<PlayerView['seat']>, 'decimals'>,
  value: number,
): string {
  return next === undefined ? written(value) : writtenFine(value, next + 1);
}
