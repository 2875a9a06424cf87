import { sideSlopes } from '../maths/activation.ts';
import {
  ACTIVATION_NAMES,
  type ActivationName,
  type Layer,
  LOSS_NAMES,
  type LossName,
  type Network,
} from '../maths/network.ts';
import { DEFAULT_LANGUAGE, type Language } from '../strings/languages.ts';
import { NETWORK_FILE_WORDS } from '../strings/networkFile.ts';
import { hasSides, meaningProblems } from './networkFileChecks.ts';
import {
  flag,
  listOf,
  number,
  object,
  oneOf,
  only,
  positive,
  type Problem,
  text,
  wholeNumber,
} from './shape.ts';

export type { Problem } from './shape.ts';

export const NETWORK_FORMAT = 'backprop-relay/network@1';
export const MAX_UNITS = 12;
const MAX_NAME = 60;

const numbers = listOf(number);

const LAYER = object(
  { units: wholeNumber(1, MAX_UNITS) },
  { activation: oneOf(ACTIVATION_NAMES), slope: number, up: number },
);

const FILE = object(
  {
    format: only(NETWORK_FORMAT),
    name: text(MAX_NAME),
    layers: listOf(LAYER, 2),
    loss: oneOf(LOSS_NAMES),
    weights: listOf(listOf(numbers)),
    data: listOf(object({ x: numbers, t: numbers }), 1),
  },
  { learningRate: positive, updateBiases: flag, snap: positive, biases: listOf(numbers) },
);

/** Network file: a network, its data and its training settings. `weights[l][from][to]`. A type, so that it is a record too. */
export type NetworkFile = {
  format: typeof NETWORK_FORMAT;
  name: string;
  layers: {
    units: number;
    activation?: ActivationName | undefined;
    slope?: number | undefined;
    up?: number | undefined;
  }[];
  loss: LossName;
  learningRate?: number | undefined;
  updateBiases?: boolean | undefined;
  snap?: number | undefined;
  weights: number[][][];
  biases?: number[][] | undefined;
  data: { x: number[]; t: number[] }[];
};

/**
 * Reads a parsed JSON value as a network file.
 *
 * @returns the file, or every problem at once with its path; nothing is repaired or guessed
 */
export function readNetworkFile(
  value: unknown,
  language: Language = DEFAULT_LANGUAGE,
):
  | { readonly ok: true; readonly file: NetworkFile }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const words = NETWORK_FILE_WORDS[language];
  const problems = [
    ...FILE(value, '', words),
    ...(typeof value === 'object' && value !== null ? meaningProblems(value, words) : []),
  ];
  if (problems.length > 0) return { ok: false, problems: firstAtEachPath(problems) };
  const file = value as NetworkFile;
  return { ok: true, file: { ...file, name: file.name.trim() } };
}

/** Keeps the first problem of each path: a missing field need not be reported twice. */
function firstAtEachPath(problems: readonly Problem[]): Problem[] {
  const firsts = new Map<string, Problem>();
  for (const problem of problems) if (!firsts.has(problem.path)) firsts.set(problem.path, problem);
  return [...firsts.values()];
}

/** Layer of a network. `up` is left out where it is 1, as in networks from before files could name it. */
function layerOf({ units, activation: name, slope, up }: NetworkFile['layers'][number]): Layer {
  const activation = name!;
  if (!hasSides(activation)) return { units, activation };
  const sides = sideSlopes({
    units,
    activation,
    ...(slope === undefined ? {} : { slope }),
    ...(up === undefined ? {} : { up }),
  });
  return { units, activation, slope: sides.slope, ...(sides.up === 1 ? {} : { up: sides.up }) };
}

/** Network of a file, with every default filled in. */
export function networkOf(file: NetworkFile): Network {
  const [input, ...layers] = file.layers;
  return {
    inputs: input!.units,
    layers: layers.map(layerOf),
    loss: file.loss,
    learningRate: file.learningRate ?? 0.5,
    updateBiases: file.updateBiases ?? true,
    snap: file.snap ?? null,
    weights: file.weights,
    biases: file.biases ?? layers.map(({ units }) => Array.from({ length: units }, () => 0)),
  };
}

/** Network file of a network; `networkOf` gives the same network again. */
export function fileOf(name: string, network: Network, data: NetworkFile['data']): NetworkFile {
  const { inputs, layers, loss, learningRate, updateBiases, snap, weights, biases } = network;
  return {
    format: NETWORK_FORMAT,
    name,
    layers: [{ units: inputs }, ...layers],
    loss,
    learningRate,
    updateBiases,
    ...(snap === null ? {} : { snap }),
    weights: weights.map((matrix) => matrix.map((row) => [...row])),
    biases: biases.map((row) => [...row]),
    data,
  };
}
