import { forward } from '@relay/shared/maths/forward';
import type { Network } from '@relay/shared/maths/network';

/** One output of a two-input network, evaluated on a square grid of inputs. */
export interface Boundary {
  /** Range [from, to] of both inputs. */
  readonly range: readonly [number, number];
  /** [row from the largest x2 down][column from the smallest x1 up] */
  readonly values: readonly (readonly number[])[];
  readonly lowest: number;
  readonly highest: number;
}

/** Room around the outermost sample, as a share of the range. */
const MARGIN = 0.25;

/** Range [from, to] that holds all sample inputs and 0, with a margin. */
export function rangeOf(samples: readonly (readonly number[])[]): readonly [number, number] {
  const all = [0, ...samples.flat()];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(high - low, 1) * MARGIN;
  return [low - room, high + room];
}

/**
 * Evaluates one output of a network on a grid of `cells` × `cells` input pairs.
 *
 * @param cells   cells per side; a cell has the value at its centre
 * @param output  index of the output, from 0
 * @throws {RangeError} the network has other than two inputs
 */
export function boundaryOf(
  network: Network,
  range: readonly [number, number],
  cells: number,
  output = 0,
): Boundary {
  if (network.inputs !== 2) throw new RangeError(`a square has two inputs, not ${network.inputs}`);
  const [low, high] = range;
  const at = (i: number): number => low + ((i + 0.5) * (high - low)) / cells;
  const values = Array.from({ length: cells }, (_, row) =>
    Array.from(
      { length: cells },
      (__, column) => forward(network, [at(column), at(cells - 1 - row)]).outputs.at(-1)![output]!,
    ),
  );
  const all = values.flat();
  return { range, values, lowest: Math.min(...all), highest: Math.max(...all) };
}
