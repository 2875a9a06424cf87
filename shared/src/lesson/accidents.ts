import { isInside } from '../question/numbers/interval.ts';
import type { GradedPart } from '../question/gradedPart.ts';
import { gradedPart, questionModule } from '../question/kinds.ts';
import type { Part, Question } from '../question/question.ts';
import { type Situation, situationOf } from '../question/situation.ts';
import type { Matrix, Network, Vector } from '../maths/network.ts';
import { randomAt } from '../referee/random.ts';

/**
 * Accidents of numbers: two mistakes that come to one value in this question, and would not with other weights, inputs
 * and slopes of the same signs. Equalities that the kind of question brings with it (its loss, its learning rate, the
 * number of its outputs) are no accidents: no other draw would be without them.
 */

/** Largest relative change of a number that is shaken: too little to carry a sum over a kink. */
const SHAKEN = 1e-3;
/** Relative difference up to which two mistakes have the same value. */
const SAME_VALUE = 1e-9;
/**
 * The same in the shaken situation, where only what is equal by structure is equal: near a sum of 0 two activations
 * differ by its square.
 */
const SAME_BY_STRUCTURE = 1e-12;

/** Question's situation with every weight, bias, input and slope of a gate changed a little; 0 stays 0. */
function shaken({ network, sample }: Situation): Situation {
  const numbers = (row: Vector, key: string): number[] =>
    row.map((value, i) => value * (1 + SHAKEN * (randomAt(0, `${key}/${i}`) - 0.5)));
  const rows = (matrix: Matrix, key: string): number[][] =>
    matrix.map((row, i) => numbers(row, `${key}/${i}`));
  const changed: Network = {
    ...network,
    layers: network.layers.map((layer, l) => {
      if (layer.activation !== 'leaky-relu') return layer;
      const [slope, up] = numbers([layer.slope ?? 0, layer.up ?? 1], `f/${l}`);
      return { ...layer, slope: slope!, up: up! };
    }),
    weights: network.weights.map((matrix, l) => rows(matrix, `w/${l}`)),
    biases: rows(network.biases, 'b'),
  };
  return situationOf(changed, { x: numbers(sample.x, 'x'), t: sample.t });
}

/** Number of pairs of workings with one value, by the ids of their mistakes. */
function equalPairs(part: GradedPart, tolerance: number): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  if (part.type !== 'number') return pairs;
  const known = part.candidates().filter(({ value }) => !isInside(value, part.accepted));
  known.forEach((one, i) => {
    for (const other of known.slice(i + 1)) {
      const isSame = Math.abs(one.value - other.value) <= tolerance * Math.abs(other.value);
      if (one.id === other.id || !isSame) continue;
      const names = [one.id, other.id].toSorted().join(' and ');
      pairs.set(names, (pairs.get(names) ?? 0) + 1);
    }
  });
  return pairs;
}

/** Number parts of a question, asked or judged. */
function numberParts(question: Question): Part[] {
  return [...new Set([...question.parts, ...questionModule(question.kind).judgedBy(question)])];
}

/** Mistakes that come to one value in this question by accident, as `sign and slip`. */
export function accidentsIn(situation: Situation, question: Question): string[] {
  const other = shaken(situation);
  return numberParts(question).flatMap((part) => {
    const here = equalPairs(gradedPart(situation, question, part), SAME_VALUE);
    if (here.size === 0) return [];
    const there = equalPairs(gradedPart(other, question, part), SAME_BY_STRUCTURE);
    return [...here].flatMap(([names, count]) => (count > (there.get(names) ?? 0) ? [names] : []));
  });
}
