import { z } from 'zod';
import { DEFAULT_LEAKY_SLOPE } from '../maths/activation.ts';
import { ACTIVATION_NAMES, LOSS_NAMES, type Network } from '../maths/network.ts';

export const NETWORK_FORMAT = 'backprop-relay/network@1';
export const MAX_UNITS = 12;
export const MAX_LAYERS = 6;
const MAX_NAME = 60;
const MAX_SAMPLES = 1_000;

const number = z.number();
const vector = z.array(number);

const LayerShape = z.strictObject({
  units: z.int().min(1).max(MAX_UNITS),
  activation: z.enum(ACTIVATION_NAMES).optional(),
  slope: number.optional(),
});

const FileShape = z.strictObject({
  format: z.literal(NETWORK_FORMAT),
  name: z.string().trim().min(1).max(MAX_NAME),
  layers: z
    .array(LayerShape)
    .min(2)
    .max(MAX_LAYERS + 1),
  loss: z.enum(LOSS_NAMES),
  learningRate: z.number().positive().optional(),
  updateBiases: z.boolean().optional(),
  snap: z.number().positive().optional(),
  weights: z.array(z.array(vector)),
  biases: z.array(vector).optional(),
  data: z
    .array(z.strictObject({ x: vector, t: vector }))
    .min(1)
    .max(MAX_SAMPLES),
});

/** A network, its data and how it learns: the file it travels in. `weights[l][from][to]`. */
export type NetworkFile = z.infer<typeof FileShape>;

/** Something in a file that is not as it must be: where, and what was expected there. */
export interface Problem {
  /** `weights[1][0]`, `data[3].t`; empty for the file itself. */
  readonly path: string;
  readonly expected: string;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

/** Lengths that follow from `layers`, and the rules that join two fields. Only for a file of the right shape. */
function meaningProblems(file: NetworkFile): Problem[] {
  const problems: Problem[] = [];
  const expect = (holds: boolean, path: string, expected: string): void => {
    if (!holds) problems.push({ path, expected });
  };
  const length = (list: readonly unknown[], expected: number, path: string): boolean => {
    expect(list.length === expected, path, `${expected} entries, not ${list.length}`);
    return list.length === expected;
  };
  const units = file.layers.map((layer) => layer.units);
  const last = units.length - 1;

  file.layers.forEach(({ activation, slope }, l) => {
    if (l === 0)
      expect(activation === undefined, 'layers[0].activation', 'none: the input layer has no activation');
    else expect(activation !== undefined, `layers[${l}].activation`, `one of ${ACTIVATION_NAMES.join(', ')}`);
    expect(
      slope === undefined || activation === 'leaky-relu',
      `layers[${l}].slope`,
      'none, except with leaky-relu',
    );
    if (activation === 'softmax')
      expect(l === last, `layers[${l}].activation`, 'softmax in the last layer only');
  });
  const out = file.layers[last]!.activation;
  expect(
    (out === 'softmax') === (file.loss === 'cross-entropy'),
    'loss',
    'cross-entropy exactly with softmax outputs',
  );
  if (file.loss === 'cross-entropy')
    expect(units[last]! >= 2, `layers[${last}].units`, 'at least 2 with softmax');
  if (file.loss === 'binary-cross-entropy') {
    expect(out === 'sigmoid', `layers[${last}].activation`, 'sigmoid with binary-cross-entropy');
  }

  if (length(file.weights, last, 'weights')) {
    file.weights.forEach((matrix, l) => {
      if (length(matrix, units[l]!, `weights[${l}]`)) {
        matrix.forEach((row, from) => length(row, units[l + 1]!, `weights[${l}][${from}]`));
      }
    });
  }
  if (file.biases && length(file.biases, last, 'biases')) {
    file.biases.forEach((row, l) => length(row, units[l + 1]!, `biases[${l}]`));
  }
  file.data.forEach(({ x, t }, i) => {
    length(x, units[0]!, `data[${i}].x`);
    length(t, units[last]!, `data[${i}].t`);
    if (file.loss === 'binary-cross-entropy') {
      expect(
        t.every((value) => value >= 0 && value <= 1),
        `data[${i}].t`,
        'values from 0 to 1',
      );
    }
    if (file.loss === 'cross-entropy') {
      expect(
        t.every((value) => value >= 0),
        `data[${i}].t`,
        'no value below 0',
      );
      const total = t.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(total - 1) < 1e-9, `data[${i}].t`, `values that add up to 1, not ${total}`);
    }
  });
  return problems;
}

/**
 * Reads a parsed JSON value as a network file.
 *
 * @returns the file, or every problem at once with its path; nothing is repaired or guessed
 */
export function readNetworkFile(
  value: unknown,
):
  | { readonly ok: true; readonly file: NetworkFile }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const shape = FileShape.safeParse(value);
  if (!shape.success) {
    const problems = shape.error.issues.flatMap((issue): Problem[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: pathText([...issue.path, key]), expected: 'no such field' }))
        : [{ path: pathText(issue.path), expected: issue.message }],
    );
    return { ok: false, problems };
  }
  const problems = meaningProblems(shape.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file: shape.data };
}

/** The network that a file describes, with every default filled in. */
export function networkOf(file: NetworkFile): Network {
  const [input, ...layers] = file.layers;
  return {
    inputs: input!.units,
    layers: layers.map(({ units, activation, slope }) => ({
      units,
      activation: activation!,
      ...(activation === 'leaky-relu' ? { slope: slope ?? DEFAULT_LEAKY_SLOPE } : {}),
    })),
    loss: file.loss,
    learningRate: file.learningRate ?? 0.5,
    updateBiases: file.updateBiases ?? true,
    snap: file.snap ?? null,
    weights: file.weights,
    biases: file.biases ?? layers.map(({ units }) => Array.from({ length: units }, () => 0)),
  };
}
