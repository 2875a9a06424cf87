import type { PlaceId } from '@relay/shared/question/places/place';
import type { Formula, Slot } from './formula';

/** Values computed from the taken places; null where a place is still missing. */
export interface LiveWorking {
  /** Product of each row that Σ adds up. */
  readonly rows: readonly (number | null)[];
  readonly S: number | null;
  readonly delta: number | null;
  readonly G: number | null;
}

/**
 * Computes sum, error signal and gradient from the places in the slots, right or wrong.
 *
 * @param valueOf  returns the value at a place
 */
export function liveWorking(formula: Formula, valueOf: (place: PlaceId) => number): LiveWorking {
  /** A factor that this formula does not have changes nothing. */
  const factor = (slot: Slot | null): number | null =>
    slot === null ? 1 : slot.place === null ? null : valueOf(slot.place);
  const product = (factors: readonly (number | null)[]): number | null =>
    factors.reduce((sum, one) => (sum === null || one === null ? null : sum * one), 1);
  const rows = formula.rows.map((row) => product(row.map(factor)));
  const total = rows.reduce((sum, row) => (sum === null || row === null ? null : sum + row), 0);
  const S = rows.length > 0 ? total : factor(formula.error);
  const delta = product([S, factor(formula.valve)]);
  return { rows, S, delta, G: product([delta, factor(formula.input)]) };
}
