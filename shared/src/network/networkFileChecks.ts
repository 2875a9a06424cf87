import { unitActivation } from '../maths/activations.ts';
import { ACTIVATION_NAMES } from '../maths/network.ts';
import { fill } from '../strings/fill.ts';
import type { NETWORK_FILE_WORDS } from '../strings/networkFile.ts';
import type { Problem } from './shape.ts';

/** Limit of layers after the input. */
const MAX_LAYERS = 6;
const MAX_SAMPLES = 1_000;

type Words = (typeof NETWORK_FILE_WORDS)[keyof typeof NETWORK_FILE_WORDS];

/** Field of a value of unknown type; undefined where it is missing or the value is no object. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);
const numbers = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'number') ? value : undefined;

/** Tells whether a layer of that activation may name the slopes on both sides of 0. */
export function hasSides(activation: unknown): boolean {
  const name = ACTIVATION_NAMES.find((one) => one === activation);
  return name !== undefined && unitActivation(name)?.defaultSides !== undefined;
}

/** Collects the problems of a file. */
class Findings {
  readonly problems: Problem[] = [];
  readonly words: Words;

  constructor(words: Words) {
    this.words = words;
  }

  expect(holds: boolean, path: string, expected: string): void {
    if (!holds) this.problems.push({ path, expected });
  }

  length(value: unknown, expected: unknown, path: string): void {
    const entries = list(value);
    if (!entries || typeof expected !== 'number' || !Number.isInteger(expected)) return;
    const found = entries.length;
    this.expect(found === expected, path, fill(this.words.length, { expected, found }));
  }

  atMost(value: unknown, most: number, path: string): void {
    const found = list(value)?.length ?? 0;
    this.expect(found <= most, path, fill(this.words.atMost, { most, found }));
  }
}

/** Layers of a file, as far as they can be read. */
interface Layers {
  readonly all: readonly unknown[];
  readonly last: number;
  readonly units: readonly unknown[];
  readonly activations: readonly unknown[];
  readonly loss: unknown;
}

function layersOf(file: unknown): Layers {
  const all = list(field(file, 'layers')) ?? [];
  return {
    all,
    last: all.length - 1,
    units: all.map((layer) => field(layer, 'units')),
    activations: all.map((layer) => field(layer, 'activation')),
    loss: field(file, 'loss'),
  };
}

/** Checks the activation of each layer, and its slope parameters. */
function checkLayers(found: Findings, { all, last, activations }: Layers): void {
  const { words } = found;
  found.atMost(all, MAX_LAYERS + 1, 'layers');
  all.forEach((layer, l) => {
    const activation = activations[l];
    if (l === 0) found.expect(activation === undefined, 'layers[0].activation', words.noActivation);
    else {
      const options = ACTIVATION_NAMES.join(', ');
      found.expect(activation !== undefined, `layers[${l}].activation`, fill(words.oneOf, { options }));
    }
    for (const name of ['slope', 'up']) {
      const isAllowed = hasSides(activation) || field(layer, name) === undefined;
      found.expect(isAllowed, `layers[${l}].${name}`, fill(words.onlyLeaky, { field: name }));
    }
    if (activation === 'softmax') found.expect(l === last, `layers[${l}].activation`, words.softmaxLast);
  });
}

/** Checks that the loss fits the output layer. */
function checkLoss(found: Findings, { last, units, activations, loss }: Layers): void {
  const { words } = found;
  const output = activations[last];
  found.expect((output === 'softmax') === (loss === 'cross-entropy'), 'loss', words.softmaxPair);
  if (loss === 'cross-entropy') found.expect(units[last] !== 1, `layers[${last}].units`, words.softmaxUnits);
  if (loss === 'binary-cross-entropy')
    found.expect(output === 'sigmoid', `layers[${last}].activation`, words.sigmoidOutputs);
}

/** Checks that weights and biases have the lengths that the layers demand. */
function checkParameters(found: Findings, file: unknown, { last, units }: Layers): void {
  const weights = field(file, 'weights');
  found.length(weights, last, 'weights');
  list(weights)?.forEach((matrix, l) => {
    found.length(matrix, units[l], `weights[${l}]`);
    list(matrix)?.forEach((row, from) => found.length(row, units[l + 1], `weights[${l}][${from}]`));
  });
  const biases = field(file, 'biases');
  found.length(biases, last, 'biases');
  list(biases)?.forEach((row, l) => found.length(row, units[l + 1], `biases[${l}]`));
}

/** Checks that the samples fit the network, and their targets the loss. */
function checkData(found: Findings, file: unknown, { last, units, loss }: Layers): void {
  const { words } = found;
  const data = list(field(file, 'data'));
  found.atMost(data, MAX_SAMPLES, 'data');
  data?.slice(0, MAX_SAMPLES).forEach((sample, i) => {
    found.length(field(sample, 'x'), units[0], `data[${i}].x`);
    found.length(field(sample, 't'), units[last], `data[${i}].t`);
    const t = numbers(field(sample, 't'));
    if (t && loss === 'binary-cross-entropy') {
      const inside = t.every((value) => value >= 0 && value <= 1);
      found.expect(inside, `data[${i}].t`, words.zeroToOne);
    }
    if (t && loss === 'cross-entropy') {
      const total = t.reduce((sum, value) => sum + value, 0);
      found.expect(!t.some((value) => value < 0), `data[${i}].t`, words.notNegative);
      found.expect(Math.abs(total - 1) < 1e-9, `data[${i}].t`, fill(words.addUp, { total }));
    }
  });
}

/**
 * Finds lengths that do not follow from `layers`, and fields that do not fit each other. Accepts a file that is broken
 * in other places too, so that all its problems are reported at once.
 */
export function meaningProblems(file: unknown, words: Words): Problem[] {
  const found = new Findings(words);
  const layers = layersOf(file);
  checkLayers(found, layers);
  if (layers.last >= 1) {
    checkLoss(found, layers);
    checkParameters(found, file, layers);
  }
  checkData(found, file, layers);
  return found.problems;
}
