import type { BackwardPass, ForwardPass, Network } from '../maths/network.ts';
import { edgesInto, type UnitRef } from '../maths/unit.ts';
import { type Facts, factsOf } from './facts.ts';
import { inseparableMistakes } from './mistakes.ts';

/** A gradient smaller than this is hardly a question. */
const SMALLEST_G = 1e-6;

/**
 * The weight into a unit that makes the best question: among those with a gradient to speak of, the one in which the
 * fewest mistakes hide inside what is accepted.
 *
 * A session's numbers come from training, so a question cannot be drawn again; only which weight is asked is free.
 *
 * @param taken     indices of weights (by the unit they come from) already asked elsewhere for this sample
 * @param priority  a seeded number for each weight, [from]; the smallest wins among equals
 */
export function pickQuestion(
  network: Network,
  pass: ForwardPass,
  truth: BackwardPass,
  unit: UnitRef,
  taken: ReadonlySet<number>,
  priority: (from: number) => number,
): Facts | undefined {
  const free = edgesInto(network, unit).filter((edge) => !taken.has(edge.from));
  const ranked = free
    .map((edge) => {
      const facts = factsOf(network, pass, truth, edge);
      const tooSmall = Math.abs(facts.G) < SMALLEST_G ? 1 : 0;
      return { facts, key: [tooSmall, inseparableMistakes(facts, 'G').length, priority(edge.from)] as const };
    })
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2]);
  return ranked[0]?.facts;
}
