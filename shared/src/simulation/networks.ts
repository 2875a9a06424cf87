import { UNIT_ACTIVATION_NAMES } from '../maths/activations.ts';
import type { ActivationName } from '../maths/network.ts';
import { NETWORK_FORMAT, type NetworkFile } from '../network/networkFile.ts';
import { presetById } from '../network/presets.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Networks that are small enough for thousands of sessions. */

const SMALL_PRESETS = ['swap', 'or', 'xor', 'mazur', 'sum-and-difference', 'softmax', 'dead-relu'] as const;

/** Units by layer: with one hidden layer, with two of the same size, with none. */
const SHAPES: readonly (readonly number[])[] = [
  [2, 2, 2, 1],
  [2, 3, 2],
  [2, 2, 2],
  [1, 2, 1],
  [2, 2],
  [3, 1],
];

/** Draws a number with so many digits that it can be recognised in a view. */
const longNumber = (random: SeededRandom, most: number): number =>
  Number(((random.next() * 2 - 1) * most).toFixed(6)) || 0.123457;

function drawn(random: SeededRandom): NetworkFile {
  const shape = random.of(SHAPES);
  const number = (most: number): number => longNumber(random, most);
  const row = (length: number, most: number): number[] => Array.from({ length }, () => number(most));
  const output: ActivationName = random.of(['identity', 'sigmoid', 'tanh']);
  const data = Array.from({ length: random.whole(1, 5) }, () => ({
    x: row(shape[0]!, 1.5),
    t: Array.from({ length: shape.at(-1)! }, () => Math.abs(number(0.9))),
  }));
  return {
    format: NETWORK_FORMAT,
    name: 'Drawn',
    layers: shape.map((units, l) =>
      l === 0
        ? { units }
        : { units, activation: l === shape.length - 1 ? output : random.of(UNIT_ACTIVATION_NAMES) },
    ),
    loss: random.of(['half-squared-error', 'squared-error', 'mean-squared-error']),
    learningRate: random.of([0.05, 0.1, 0.5]),
    updateBiases: random.is(0.7),
    weights: shape.slice(1).map((to, l) => Array.from({ length: shape[l]! }, () => row(to, 1.5))),
    biases: shape.slice(1).map((to) => row(to, 0.7)),
    data: random.is(0.3) ? [...data, data[0]!] : data,
  };
}

/** Draws a preset or a random network. */
export function drawFile(random: SeededRandom): NetworkFile {
  return random.is(0.5) ? presetById(random.of(SMALL_PRESETS))! : drawn(random);
}
