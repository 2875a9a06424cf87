import { type Network, outputLayer } from '../maths/network.ts';
import { allUnits, edgesInto, type WeightRef } from '../maths/unit.ts';
import { randomSequence } from '../randomSequence.ts';

/** Most gradients that one sheet asks for. */
export const MAX_GRADIENTS = 12;

/**
 * Draws weights to be asked about, each once: one of every layer in turn, the last layer first, as the error travels.
 *
 * @param seed  the same seed draws the same weights
 */
export function chooseEdges(network: Network, count: number, seed: number): WeightRef[] {
  const next = randomSequence(seed);
  const last = outputLayer(network);
  const left = Array.from({ length: last }, (_, i) => {
    const layer = last - i;
    return allUnits(network)
      .filter((unit) => unit.layer === layer)
      .flatMap((unit) => edgesInto(network, unit));
  });
  const chosen: WeightRef[] = [];
  while (chosen.length < Math.min(count, MAX_GRADIENTS) && left.some((edges) => edges.length > 0)) {
    for (const edges of left) {
      const [edge] = edges.splice(Math.floor(next() * edges.length), 1);
      if (edge && chosen.length < count) chosen.push(edge);
    }
  }
  return chosen;
}
