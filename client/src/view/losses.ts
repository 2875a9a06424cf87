import type { RunView } from '@relay/shared/referee/view';

/** How a run's loss came to what it is, for a curve. */
export type Learning = Pick<RunView, 'losses' | 'referenceLosses' | 'movedBy'>;

/** Rounds that moved the weights; the machine's steps are none. */
export function roundsThatMoved({ movedBy }: Pick<Learning, 'movedBy'>): number {
  return movedBy.filter(({ type }) => type === 'round').length;
}

/** Lines of a curve over the same places; null where a line has none. */
export interface CurveLines {
  /** Number of the loss, from 0; half of the way before one that the machine made, so that a line can break there. */
  readonly places: readonly number[];
  readonly ours: readonly (number | null)[];
  /** From the loss before the machine's steps to that after them; nothing between two such stretches. */
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
 * The round after which a loss was reached.
 *
 * @param place  number of the loss; beyond the last, rounds to come are counted on
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
