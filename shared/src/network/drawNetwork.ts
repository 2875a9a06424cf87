import type { ActivationName } from '../maths/network.ts';
import { NETWORK_FORMAT, type NetworkFile } from './networkFile.ts';

/** Draws a number in [0, 1) for a key. */
export type Draw = (key: string) => number;

const oneOf = <T>(list: readonly T[], draw: number): T => list[Math.floor(draw * list.length)]!;

/** Kinds of numbers: easy to compute by hand, or as left by training. */
export type Numbers = 'friendly' | 'real';

/** Smallest size of a real number: a factor near 0 hides its other factors. */
const MIN_REAL = 0.1;

/** Draws a number of two or three decimals, like −0.247, in [-most, most]. */
function real(most: number, draw: number): number {
  const signed = (draw * 2 - 1) * (most - MIN_REAL);
  const value = signed + Math.sign(signed) * MIN_REAL;
  return Number(value.toFixed(Math.abs(value) < 1 ? 3 : 2));
}

/** Draws a multiple of `step` in [-most, most] other than 0. */
function friendly(step: number, most: number, draw: number): number {
  const count = Math.round(most / step);
  const multiple = 1 + Math.floor(draw * 2 * count);
  const signed = multiple > count ? count - multiple : multiple;
  return Number((signed * step).toFixed(1));
}

/**
 * Sizes of friendly inputs: one decimal, and none at which a mistake in the input comes to the value of another mistake,
 * as leaving out an input of 1 changes nothing, one of 2 halves the gradient, and one of 0.1 moves its point.
 */
const INPUT_SIZES: readonly number[] = [0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8];

/** Sizes of friendly biases, for the same reason: one of ½ times itself is a learning rate applied. */
const BIAS_SIZES: readonly number[] = INPUT_SIZES.filter((size) => size < 1);

/** Draws one of the sizes with either sign. */
function ofEitherSign(sizes: readonly number[], draw: number): number {
  const from = 2 * draw - 1;
  return oneOf(sizes, Math.abs(from)) * (from < 0 ? -1 : 1);
}

const SMOOTH: readonly ActivationName[] = ['sigmoid', 'tanh'];
const ANY: readonly ActivationName[] = [...SMOOTH, 'leaky-relu'];

/** Number of draws of one number in search of one that no neighbour has. */
const DRAWS = 20;

/** Draws a number that none of the others is: two equal ones could be mixed up without a trace. */
function unlike(
  others: readonly number[],
  number: (draw: number) => number,
  key: string,
  draw: Draw,
): number {
  let value = number(draw(key));
  for (let i = 1; i < DRAWS && others.includes(value); i++) value = number(draw(`${key}/${i}`));
  return value;
}

/** Draws numbers of which no two are equal. */
function distinct(count: number, number: (draw: number) => number, key: string, draw: Draw): number[] {
  const row: number[] = [];
  for (let i = 0; i < count; i++) row.push(unlike(row, number, `${key}/${i}`, draw));
  return row;
}

/** Draws a matrix in which no two numbers of a row or of a column are equal. */
function distinctRows(
  [from, to]: readonly [number, number],
  number: (draw: number) => number,
  key: string,
  draw: Draw,
): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < from; i++) {
    const row: number[] = [];
    for (let j = 0; j < to; j++) {
      const column = rows.map((above) => above[j]!);
      row.push(unlike([...row, ...column], number, `${key}/${i}/${j}`, draw));
    }
    rows.push(row);
  }
  return rows;
}

/** Slopes of a leaky relu: neither is 1, which would hide that f′ was left out, nor ½, which is the factor of a loss. */
const SLOPES = { slope: 0.3, up: 0.8 } as const;

/** Networks for one purpose: units by layer, and activations of the layers. */
interface PurposeSettings {
  readonly shapes: readonly (readonly number[])[];
  /** Activations of hidden layers and of the output layer. */
  readonly hidden: readonly ActivationName[];
  readonly output: readonly ActivationName[];
  readonly hasBiases: boolean;
}

const SMALL = [
  [2, 2],
  [2, 1],
  [2, 2, 2],
];

/** Shapes and activations by purpose: a lesson of the practice path or the exit ticket. */
const PURPOSES = {
  /** The exit ticket. */
  exitTicket: { shapes: [[2, 3, 2]], hidden: ANY, output: ANY, hasBiases: false },
  belly: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: true },
  activation: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: true },
  forward: { shapes: [[2, 2, 1]], hidden: ANY, output: SMOOTH, hasBiases: true },
  valve: { shapes: [[2, 2, 1]], hidden: SMOOTH, output: SMOOTH, hasBiases: false },
  error: { shapes: [[2, 2, 2]], hidden: ANY, output: SMOOTH, hasBiases: false },
  // A leaky relu has the same f′ at the sum and at the output: only layers without a question have it.
  output: { shapes: SMALL, hidden: ANY, output: SMOOTH, hasBiases: false },
  hiddenOne: { shapes: [[2, 2, 1]], hidden: SMOOTH, output: ANY, hasBiases: false },
  hidden: { shapes: [[2, 2, 2]], hidden: SMOOTH, output: ANY, hasBiases: false },
  deep: {
    shapes: [
      [2, 2, 2, 1],
      [2, 2, 2, 2],
      [2, 2, 2, 2, 1],
    ],
    hidden: SMOOTH,
    output: ANY,
    hasBiases: false,
  },
  bias: { shapes: [[2, 2, 1]], hidden: SMOOTH, output: SMOOTH, hasBiases: true },
  update: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: false },
  nudge: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: false },
  debug: { shapes: [[2, 2, 2]], hidden: SMOOTH, output: ANY, hasBiases: false },
  blank: {
    shapes: [
      [2, 2, 2],
      [2, 3, 2],
      [2, 2, 3],
    ],
    hidden: ANY,
    output: ANY,
    hasBiases: false,
  },
} satisfies Record<string, PurposeSettings>;

export type NetworkPurpose = keyof typeof PURPOSES;

/** Draws a network with one sample, without a check of the quality of its question. */
export function drawNetwork(purpose: NetworkPurpose, numbers: Numbers, draw: Draw): NetworkFile {
  const settings: PurposeSettings = PURPOSES[purpose];
  const units = oneOf(settings.shapes, draw('shape'));
  const last = units.length - 1;
  const step = oneOf([0.5, 0.1], draw('step'));
  const layers = units.map((count, l): NetworkFile['layers'][number] => {
    if (l === 0) return { units: count };
    const activation = oneOf(l === last ? settings.output : settings.hidden, draw(`f/${l}`));
    return { units: count, activation, ...(activation === 'leaky-relu' ? SLOPES : {}) };
  });
  const isReal = numbers === 'real';
  const weight = (drawn: number): number => (isReal ? real(2, drawn) : friendly(step, 2, drawn));
  const bias = (drawn: number): number => (isReal ? real(1, drawn) : ofEitherSign(BIAS_SIZES, drawn));
  const input = (drawn: number): number => (isReal ? real(2, drawn) : ofEitherSign(INPUT_SIZES, drawn));
  const targets = layers[last]!.activation === 'sigmoid' ? [0, 1] : [-1, 0, 1];
  return {
    format: NETWORK_FORMAT,
    name: 'Practice',
    layers,
    loss: 'half-squared-error',
    learningRate: 0.5,
    updateBiases: true,
    weights: units.slice(1).map((to, l) => distinctRows([units[l]!, to], weight, `w/${l}`, draw)),
    biases: units
      .slice(1)
      .map((count, l) =>
        settings.hasBiases ? distinct(count, bias, `b/${l}`, draw) : Array.from({ length: count }, () => 0),
      ),
    data: [
      {
        x: distinct(units[0]!, input, 'x', draw),
        t: Array.from({ length: units[last]! }, (_, k) => oneOf(targets, draw(`t/${k}`))),
      },
    ],
  };
}
