import { sideSlopes } from '../maths/activation.ts';
import { incomingOf } from '../maths/forward.ts';
import { isCrossEntropy } from '../maths/loss.ts';
import type { Network, Sample } from '../maths/network.ts';
import { outputLayer, unitsInLayer } from '../maths/network.ts';
import { edgeName, type UnitRef, unitName } from '../maths/unit.ts';
import { fill } from '../strings/fill.ts';
import { WORKING_WORDS } from '../strings/working.ts';
import type { Language } from '../strings/languages.ts';
import type { Solution } from './solution.ts';

const FIGURES = 6;

/** Writes a number for people: 6 significant figures, a real minus sign. */
function written(value: number): string {
  const rounded = Number(value.toPrecision(FIGURES));
  return String(rounded === 0 ? 0 : rounded).replace('-', '−');
}

/** Writes a factor inside a product or a sum: negative ones in parentheses. */
const factor = (value: number): string => (value < 0 ? `(${written(value)})` : written(value));

/** Data that every line is written from. */
interface Step {
  readonly network: Network;
  readonly sample: Sample;
  readonly solution: Solution;
  readonly words: (typeof WORKING_WORDS)[Language];
}

/** Values that flow into a layer. */
const incomingTo = ({ sample, solution }: Step, layer: number): readonly number[] =>
  incomingOf({ x: sample.x, sums: solution.sums, outputs: solution.outputs }, layer);

/** Lines of the layers that have another slope than 1 above 0. */
function sidesLines({ network, words }: Step): string[] {
  return network.layers.flatMap((layer, l) => {
    if (layer.up === undefined) return [];
    const { slope, up } = sideSlopes(layer);
    const values = { f: layer.activation, layer: l + 1, up: factor(up), slope: factor(slope) };
    return [`  ${fill(words.sides, values)}`];
  });
}

/** Lines of a unit's pre-activation and output. */
function forwardLines(step: Step, unit: UnitRef): string[] {
  const { network, solution, words } = step;
  const [l, j] = [unit.layer - 1, unit.index];
  const incoming = incomingTo(step, unit.layer);
  const terms = incoming.map((value, i) => `${factor(value)} × ${factor(network.weights[l]![i]![j]!)}`);
  const f = network.layers[l]!.activation;
  return [
    `  ${unitName(network, unit)}`,
    `    ${words.bellySum} = ${terms.join(' + ')} + ${factor(network.biases[l]![j]!)} (${words.bias}) = ${written(solution.sums[l]![j]!)}`,
    `    ${fill(words.output, { f })} = ${written(solution.outputs[l]![j]!)}`,
  ];
}

/** Lines of a unit's arriving error, slope and error signal. */
function parcelLines({ network, sample, solution, words }: Step, unit: UnitRef): string[] {
  const [l, j] = [unit.layer - 1, unit.index];
  const delta = written(solution.deltas[l]![j]!);
  const isOutput = unit.layer === outputLayer(network);
  if (isOutput && isCrossEntropy(network.loss)) {
    const [y, t] = [solution.outputs[l]![j]!, sample.t[j]!];
    return [`    ${words.shortcut} = ${factor(y)} − ${factor(t)} = ${delta}`];
  }
  const S = solution.arriving[l]![j]!;
  const slope = solution.slopes[l]![j]!;
  const arrives = isOutput
    ? `${fill(words.arrives, { unit: unitName(network, unit) })} = ${written(S)}`
    : `${words.arrivesSummed} = ${solution.deltas[l + 1]!.map((d, k) => `${factor(d)} × ${factor(network.weights[l + 1]![j]![k]!)}`).join(' + ')} = ${written(S)}`;
  return [
    `    ${arrives}`,
    `    ${fill(words.slope, { sum: written(solution.sums[l]![j]!) })} = ${written(slope)}`,
    `    ${words.parcel} = ${factor(S)} × ${factor(slope)} = ${delta}`,
  ];
}

/** Lines of the gradient of every weight into a unit. */
function gradientLines(step: Step, unit: UnitRef): string[] {
  const { network, solution, words } = step;
  const [l, j] = [unit.layer - 1, unit.index];
  const delta = solution.deltas[l]![j]!;
  return incomingTo(step, unit.layer).map((value, from) => {
    const edge = edgeName(network, { layer: unit.layer, from, to: j });
    const gradient = solution.gradients.weights[l]![from]![j]!;
    return `    ${fill(words.gradient, { edge })} = ${factor(delta)} × ${factor(value)} = ${written(gradient)}`;
  });
}

function backwardLines(step: Step, unit: UnitRef): string[] {
  const { network, words } = step;
  const isOutput = unit.layer === outputLayer(network);
  const heading = fill(isOutput ? words.outputUnit : words.hiddenUnit, { unit: unitName(network, unit) });
  return [`  ${heading}`, ...parcelLines(step, unit), ...gradientLines(step, unit)];
}

/** Lines of the step of every weight into a unit, and of its bias where biases are trained. */
function updateLines({ network, solution, words }: Step, unit: UnitRef): string[] {
  const [l, j] = [unit.layer - 1, unit.index];
  const { gradients, updated } = solution;
  const step = (old: number, gradient: number, now: number): string =>
    `${written(old)} − ${written(network.learningRate)} × ${factor(gradient)} → ${written(now)}`;
  const weights = network.weights[l]!.map((row, from) => {
    const edge = edgeName(network, { layer: unit.layer, from, to: j });
    return `  ${edge}: ${step(row[j]!, gradients.weights[l]![from]![j]!, updated.weights[l]![from]![j]!)}`;
  });
  if (!network.updateBiases) return weights;
  const bias = `  ${unitName(network, unit)} ${words.bias}: ${step(network.biases[l]![j]!, gradients.biases[l]![j]!, updated.biases[l]![j]!)}`;
  return [...weights, bias];
}

/**
 * Writes one training step out, unit by unit and set of three by set of three.
 *
 * @param index  number of the sample, from 0
 * @returns lines, without line ends
 */
export function workingLines(
  name: string,
  network: Network,
  sample: Sample,
  index: number,
  solution: Solution,
  language: Language,
): string[] {
  const words = WORKING_WORDS[language];
  const step: Step = { network, sample, solution, words };
  const layers = network.layers.map((_, l) => l + 1);
  const unitsOf = (layer: number): UnitRef[] =>
    Array.from({ length: unitsInLayer(network, layer) }, (_, unit) => ({ layer, index: unit }));
  const units = layers.flatMap(unitsOf);
  return [
    fill(words.title, { name, sample: index }),
    '',
    words.forward,
    ...sidesLines(step),
    ...units.flatMap((unit) => forwardLines(step, unit)),
    '',
    `${fill(words.loss, { loss: network.loss })} = ${written(solution.loss)}`,
    '',
    words.backward,
    ...layers
      .toReversed()
      .flatMap(unitsOf)
      .flatMap((unit) => backwardLines(step, unit)),
    '',
    fill(words.update, { rate: written(network.learningRate) }),
    ...units.flatMap((unit) => updateLines(step, unit)),
    ...(network.updateBiases ? [] : [`  ${words.biasesStay}`]),
    ...(network.snap === null ? [] : [`  ${fill(words.snapped, { snap: written(network.snap) })}`]),
    '',
    `${words.lossAfter} = ${written(solution.lossAfter)}`,
  ];
}
