import type { RunView } from '@relay/shared/referee/view';

/** Losses of a run, for a curve. */
export type Learning = Pick<RunView, 'losses' | 'referenceLosses' | 'movedBy'>;

/** Rounds that moved the weights; the machine's steps are none. */
export function roundsThatMoved({ movedBy }: Pick<Learning, 'movedBy'>): number {
  return movedBy.filter(({ type }) => type === 'round').length;
}

/** Lines of a curve over the same places; null where a line has none. */
export interface CurveLines {
  /** Index of the loss, from 0; half an index earlier before a machine's step, so that a line can break there. */
  readonly places: readonly number[];
  readonly ours: readonly (number | null)[];
  /** Line from the loss before the machine's steps to the loss after them; null elsewhere. */
  readonly machine: readonly (number | null)[];
  readonly reference: readonly (number | null)[];
}

export function curveLines(
  { losses, referenceLosses, movedBy }: Learning,
  hasReference: boolean,
): CurveLines {
  const isMachines = (i: number): boolean => movedBy[i - 1]?.type === 'machine';
  const points = losses.flatMap((loss, i) => {
    const reference = hasReference ? (referenceLosses[i] ?? null) : null;
    const machine = isMachines(i) || isMachines(i + 1) ? loss : null;
    const point = { place: i, ours: loss, machine, reference };
    return isMachines(i) ? [{ place: i - 0.5, ours: null, machine: null, reference: null }, point] : [point];
  });
  return {
    places: points.map(({ place }) => place),
    ours: points.map(({ ours }) => ours),
    machine: points.map(({ machine }) => machine),
    reference: points.map(({ reference }) => reference),
  };
}

/**
 * Number of the round after which a loss was reached.
 *
 * @param place  index of the loss; beyond the last, future rounds are counted on
 * @returns 0 for the start; null for the machine's
 */
export function roundAt(
  { losses, movedBy }: Pick<Learning, 'losses' | 'movedBy'>,
  place: number,
): number | null {
  if (place === 0) return 0;
  const moved = movedBy[place - 1];
  if (moved) return moved.type === 'round' ? moved.round : null;
  const last = movedBy.findLast(({ type }) => type === 'round');
  return (last?.type === 'round' ? last.round : 0) + place - losses.length + 1;
}
