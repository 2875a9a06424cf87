import type { Sample } from '../../maths/network.ts';

/**
 * Samples with which teams begin when they take different ones (`teamSamples`). From there each team takes the samples
 * in the order of the data, so that all teams take every sample equally often.
 */

/** Key of a sample, the same for samples with the same numbers, wherever they stand in the data. */
const keyOf = ({ x, t }: Sample): string => JSON.stringify([x, t]);

/**
 * Sample with which a further team begins: one with which the fewest teams begin or go on; of several, the first from
 * `from` on.
 *
 * @param cursors  next sample of every other team, as an index into the data
 */
export function freeSample(data: readonly Sample[], cursors: readonly number[], from: number): number {
  const keys = data.map(keyOf);
  const teamsAt = (sample: number): number =>
    cursors.filter((cursor) => keys[cursor] === keys[sample]).length;
  const inOrder = data.map((_, i) => (from + i) % data.length);
  return inOrder.reduce((best, sample) => (teamsAt(sample) < teamsAt(best) ? sample : best));
}

/**
 * Samples with which teams begin, as indices into the data: spread evenly, so that batches overlap as little as
 * possible; where there are more teams than samples, one after the other.
 */
export function firstSamples(data: readonly Sample[], teams: number): readonly number[] {
  const n = data.length;
  const cursors: number[] = [];
  for (let team = 0; team < teams; team++) {
    const from = teams <= n ? Math.floor((team * n) / teams) : team % n;
    cursors.push(freeSample(data, cursors, from));
  }
  return cursors;
}
