import { z } from '../zod.ts';
import { sideSlopes } from '../maths/activation.ts';
import { ACTIVATION_NAMES, type Layer, LOSS_NAMES, type Network } from '../maths/network.ts';
import { DEFAULT_LANGUAGE, type Language } from '../strings/languages.ts';
import { NETWORK_FILE_WORDS, SHAPE_WORDS } from '../strings/networkFile.ts';
import { hasSides, meaningProblems, type Problem } from './networkFileChecks.ts';

export type { Problem } from './networkFileChecks.ts';

export const NETWORK_FORMAT = 'backprop-relay/network@1';
export const MAX_UNITS = 12;
const MAX_NAME = 60;

const LayerShape = z.strictObject({
  units: z.int().min(1).max(MAX_UNITS),
  activation: z.enum(ACTIVATION_NAMES).optional(),
  slope: z.number().optional(),
  up: z.number().optional(),
});

const FileShape = z.strictObject({
  format: z.literal(NETWORK_FORMAT),
  name: z.string().trim().min(1).max(MAX_NAME),
  layers: z.array(LayerShape).min(2),
  loss: z.enum(LOSS_NAMES),
  learningRate: z.number().positive().optional(),
  updateBiases: z.boolean().optional(),
  snap: z.number().positive().optional(),
  weights: z.array(z.array(z.array(z.number()))),
  biases: z.array(z.array(z.number())).optional(),
  data: z.array(z.strictObject({ x: z.array(z.number()), t: z.array(z.number()) })).min(1),
});

/** Network file: a network, its data and its training settings. `weights[l][from][to]`. */
export type NetworkFile = z.infer<typeof FileShape>;

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

/** Problems of shape and limits, of each field by itself. */
function shapeProblems(issues: readonly z.core.$ZodIssue[], language: Language): Problem[] {
  const { noSuchField } = NETWORK_FILE_WORDS[language];
  return issues.flatMap((issue): Problem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathText([...issue.path, key]), expected: noSuchField }))
      : [{ path: pathText(issue.path), expected: issue.message }],
  );
}

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
  const shape = FileShape.safeParse(value, { error: SHAPE_WORDS[language]().localeError });
  const problems = [
    ...(shape.success ? [] : shapeProblems(shape.error.issues, language)),
    ...(typeof value === 'object' && value !== null
      ? meaningProblems(value, NETWORK_FILE_WORDS[language])
      : []),
  ];
  if (shape.success && problems.length === 0) return { ok: true, file: shape.data };
  return { ok: false, problems: firstAtEachPath(problems) };
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
