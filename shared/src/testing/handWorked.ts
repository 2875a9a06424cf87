import type { Layer, LossName, Network, Parameters, Sample } from '../maths/network.ts';
import type { NumberPart } from '../question/gradedPart.ts';
import type { MistakeId } from '../question/question.ts';
import { type Situation, situationOf } from '../question/situation.ts';

/**
 * A network whose numbers can be worked out by hand: its biases bring the pre-activations to ln 3, −ln 4, ln 9 and ln
 * 1.5, so that its sigmoids give 3/4, 1/5, 9/10 and 3/5.
 *
 * f′: h1 0.1875, h2 0.16, y1 0.09, y2 0.24. e: 0.5, −0.2. δ: y1 0.045, y2 −0.048.
 * S: h1 2·0.045 + 1·0.048 = 0.138, h2 −0.5·0.045 − 3·0.048 = −0.1665. E: (0.25 + 0.04)/2 = 0.145.
 */
export const WORKED: Network = {
  inputs: 2,
  layers: [
    { units: 2, activation: 'sigmoid' },
    { units: 2, activation: 'sigmoid' },
  ],
  weights: [
    [
      [0.5, 1.5],
      [-1, 0.25],
    ],
    [
      [2, -1],
      [-0.5, 3],
    ],
  ],
  biases: [
    [Math.log(3) + 2, -3.75 - Math.log(4)],
    [Math.log(9) - 1.4, Math.log(1.5) + 0.15],
  ],
  loss: 'half-squared-error',
  learningRate: 0.3,
  updateBiases: true,
  snap: null,
};

/** The same with a softmax over pre-activations ln 3 and 0: outputs of 3/4 and 1/4. */
export const WORKED_SOFTMAX: Partial<Network> = {
  layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }],
  weights: [
    WORKED.weights[0]!,
    [
      [0, 0],
      [0, 0],
    ],
  ],
  biases: [WORKED.biases[0]!, [Math.log(3), 0]],
  loss: 'cross-entropy',
};
const WORKED_SAMPLE: Sample = { x: [2, 3], t: [0.4, 0.8] };

/** Situation of the hand-worked network with some fields replaced. */
export function workedSituation(
  changed: Partial<Network> = {},
  sample: Sample = WORKED_SAMPLE,
  before: Parameters | null = null,
): Situation {
  return { ...situationOf({ ...WORKED, ...changed }, sample), before };
}

/**
 * One unit in each layer, weights and biases as given: x1 → h1 → y1.
 *
 * @param hidden  activation of h1
 * @param output  activation of y1
 */
export function chain(
  [hidden, output]: readonly [Omit<Layer, 'units'>, Omit<Layer, 'units'>],
  [w, v]: readonly [number, number],
  [b, c]: readonly [number, number],
  loss: LossName = 'half-squared-error',
): Partial<Network> {
  return {
    inputs: 1,
    layers: [
      { ...hidden, units: 1 },
      { ...output, units: 1 },
    ],
    weights: [[[w]], [[v]]],
    biases: [[b], [c]],
    loss,
  };
}

/** One mistake: its name, the part, and its value. */
export type Row = readonly [MistakeId, string, number];

/** Number of significant digits compared: sums are added up in another order here. */
const FIGURES = 9;
const asRow = ([id, place, value]: Row): string => `${id} ${place} ${Number(value.toPrecision(FIGURES))}`;

export const rows = (expected: readonly Row[]): string[] => expected.map(asRow);

/** Mistakes that a part knows, in the order in which they are named. */
export function known(part: NumberPart): string[] {
  return part.candidates().map(({ id, value, place }) => asRow([id, place(), value]));
}

/** Values of one mistake, in all its forms. */
export function valuesOf(part: NumberPart, id: MistakeId): number[] {
  return part
    .candidates()
    .filter((candidate) => candidate.id === id)
    .map(({ value }) => Number(value.toPrecision(FIGURES)));
}

/** The hand-worked network with a number of outputs of one activation, all weights into them 0.1. */
export function withOutputs(
  units: number,
  loss: LossName,
  activation: Layer['activation'] = 'identity',
): Partial<Network> {
  const all = <T>(value: T): T[] => Array.from({ length: units }, () => value);
  return {
    layers: [WORKED.layers[0]!, { units, activation }],
    weights: [WORKED.weights[0]!, [all(0.1), all(0.1)]],
    biases: [WORKED.biases[0]!, all(0.2)],
    loss,
  };
}

/** 2-2-3, all straight: e = y − t is each output's δ; the weights of h1 are 2, −1 and 5. For x = (2, 3), y is (7, 1, 13). */
export const THREE_WAYS: Partial<Network> = {
  layers: [
    { units: 2, activation: 'identity' },
    { units: 3, activation: 'identity' },
  ],
  weights: [
    [
      [1, 0],
      [0, 1],
    ],
    [
      [2, -1, 5],
      [1, 1, 1],
    ],
  ],
  biases: [
    [0, 0],
    [0, 0, 0],
  ],
};
