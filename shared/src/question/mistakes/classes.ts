import type { Network } from '../../maths/network.ts';
import { isBias } from '../../maths/unit.ts';
import type { Facts } from '../facts.ts';
import type { ErrorFacts } from './error.ts';
import type { ForwardFacts } from './forward.ts';
import type { MistakeClass } from './rule.ts';
import { otherSide } from './slope.ts';
import type { ValveFacts } from './valve.ts';

/** Which mistakes come to the same by algebra, and in which questions. */

const same = (a: number | null | undefined, b: number): boolean =>
  typeof a === 'number' && Math.abs(a - b) <= 1e-12 * Math.abs(b);

const isOutput = ({ next }: Facts): boolean => next.length === 0;
const outputs = ({ layers }: Network): number => layers.at(-1)!.units;
const nextSlopes = ({ situation, edge }: Facts): readonly number[] =>
  situation.truth.slopes[edge.layer] ?? [];
const layerOf = ({ network, edge }: Facts) => network.layers[edge.layer - 1]!;
/** Belly sum of the unit that the input comes from; not a number where there is none. */
const bellyBefore = ({ situation, edge }: Facts): number =>
  (isBias(edge) ? undefined : situation.pass.sums[edge.layer - 2]?.[edge.from]) ?? Number.NaN;
/** What y − t is multiplied by in ∂E/∂y; null where ∂E/∂y is another function. */
function errorFactor(network: Network): number | null {
  if (network.loss === 'half-squared-error') return 1;
  if (network.loss === 'squared-error') return 2;
  return network.loss === 'mean-squared-error' ? 2 / outputs(network) : null;
}
/** δ of two softmax outputs are each other's opposite. */
const isSoftmaxPair = (network: Network): boolean =>
  network.layers.at(-1)!.activation === 'softmax' && outputs(network) === 2;
const lossFactors = (network: Network): number[] => [
  2,
  1 / 2,
  ...(outputs(network) > 2 ? [1 / outputs(network)] : []),
];
const isPowerOfTen = (value: number): boolean =>
  [0.1, 0.01, 0.001, 10, 100, 1000].some((power) => same(value, power));

export const CONTRIBUTION_CLASSES: readonly MistakeClass<Facts>[] = [
  { ids: ['slope-gate-ignored', 'slope-missing'], when: () => true },
  { ids: ['slope-missing', 'right'], when: ({ slope }) => slope === 1 },
  {
    ids: ['slope-missing', 'slope-wrong-unit'],
    when: (facts) => nextSlopes(facts).includes(1) && facts.slope !== 1,
  },
  {
    ids: ['slope-missing', 'loss-shortcut'],
    when: (facts) => isOutput(facts) && errorFactor(facts.network) === 1,
  },
  {
    ids: ['slope-missing', 'sum-raw-error'],
    when: (facts) => !isOutput(facts) && nextSlopes(facts).every((slope) => slope === facts.slope),
  },
  {
    ids: ['slope-missing', 'input-sum'],
    when: (facts) => facts.slope !== null && same(facts.slope * bellyBefore(facts), facts.x),
  },
  {
    ids: ['slope-twice', 'loss-shortcut'],
    when: (facts) => isOutput(facts) && facts.network.loss === 'binary-cross-entropy',
  },
  {
    ids: ['slope-activation', 'input-weight'],
    when: ({ slope, x, a, w }) => slope !== null && same(a * x, slope * w),
  },
  {
    ids: ['slope-activation', 'input-own-output'],
    when: ({ slope, x, edge }) => !isBias(edge) && same(slope, x),
  },
  {
    ids: ['slope-wrong-unit', 'slope-gate-inverted'],
    when: (facts) => {
      const other = otherSide(layerOf(facts), facts.u);
      return other !== undefined && !other.ignored && nextSlopes(facts).includes(other.slope);
    },
  },
  { ids: ['sign', 'step-given'], when: ({ network }) => network.learningRate === 1 },
  { ids: ['sign', 'neighbour'], when: (facts) => isOutput(facts) && isSoftmaxPair(facts.network) },
  {
    ids: ['sign', 'sum-crossed'],
    when: ({ edge, network }) => edge.layer === network.layers.length - 1 && isSoftmaxPair(network),
  },
  {
    ids: ['sum-mean', 'loss-factor'],
    when: ({ next, network }) =>
      errorFactor(network) !== null && lossFactors(network).includes(1 / next.length),
  },
  {
    ids: ['sum-mean', 'rate-applied'],
    when: ({ next, network }) => next.length > 1 && same(network.learningRate, 1 / next.length),
  },
  {
    ids: ['sum-raw-error', 'input-sum'],
    when: (facts) =>
      !isOutput(facts) && nextSlopes(facts).every((slope) => same(slope * bellyBefore(facts), facts.x)),
  },
  {
    ids: ['sum-raw-error', 'right'],
    when: (facts) =>
      !isOutput(facts) && nextSlopes(facts).length > 0 && nextSlopes(facts).every((f) => f === 1),
  },
  { ids: ['input-missing', 'right'], when: ({ x, edge }) => !isBias(edge) && x === 1 },
  { ids: ['input-wrong', 'right'], when: ({ x, otherInputs }) => otherInputs.includes(x) },
  { ids: ['input-missing', 'input-wrong'], when: ({ otherInputs }) => otherInputs.includes(1) },
  {
    ids: ['input-own-output', 'input-weight'],
    when: ({ a, w, edge }) => !isBias(edge) && same(a, w),
  },
  {
    ids: ['input-sum', 'right'],
    when: (facts) => bellyBefore(facts) === facts.x,
  },
  {
    ids: ['rate-applied', 'loss-factor'],
    when: ({ network }) =>
      errorFactor(network) !== null &&
      lossFactors(network).some((factor) => same(network.learningRate, factor)),
  },
  { ids: ['rate-applied', 'slip'], when: ({ network }) => isPowerOfTen(network.learningRate) },
  {
    ids: ['loss-shortcut', 'loss-factor'],
    when: (facts) => {
      const factor = errorFactor(facts.network);
      return (
        isOutput(facts) &&
        facts.slope === 1 &&
        factor !== null &&
        lossFactors(facts.network).some((slip) => same(factor * slip, 1))
      );
    },
  },
];

export const BELLY_CLASSES: readonly MistakeClass<ForwardFacts>[] = [
  {
    ids: ['weight-wrong', 'neighbour'],
    when: ({ situation, unit, bias }) =>
      situation.network.biases[unit.layer - 1]!.some((other, i) => i !== unit.index && other === bias),
  },
  {
    ids: ['weight-crossed', 'right'],
    when: ({ incoming }) => incoming.length > 1 && incoming.every((x) => x === incoming[0]),
  },
];
export const OUTPUT_CLASSES: readonly MistakeClass<ForwardFacts>[] = [
  {
    ids: ['f-slope', 'f-wrong'],
    when: ({ situation, unit }) => situation.network.layers[unit.layer - 1]!.activation === 'softplus',
  },
];
/** Whether another unit's valve stands where this one's would on the other side of the gate. */
const isOtherSideNear = ({ situation, unit, layer, u }: ValveFacts): boolean => {
  const other = otherSide(layer, u)?.slope;
  return other !== undefined && situation.truth.slopes[unit.layer - 1]!.includes(other);
};

export const VALVE_CLASSES: readonly MistakeClass<ValveFacts>[] = [
  { ids: ['slope-gate-ignored', 'slope-wrong-unit'], when: isOtherSideNear },
  { ids: ['slope-wrong-unit', 'slope-gate-inverted'], when: isOtherSideNear },
];
export const ERROR_CLASSES: readonly MistakeClass<ErrorFacts>[] = [
  { ids: ['sign', 'neighbour'], when: ({ situation }) => isSoftmaxPair(situation.network) },
  { ids: ['loss-shortcut', 'parcel-given'], when: () => true },
  {
    ids: ['loss-value', 'error-squared'],
    when: ({ situation: { network } }) => outputs(network) === 1 && errorFactor(network) === 2,
  },
];
export const UPDATE_CLASSES: readonly MistakeClass<Facts>[] = [
  { ids: ['step-added', 'sign-slip'], when: ({ w }) => w === 0 },
  { ids: ['eta-missing', 'gradient-given'], when: ({ w }) => w === 0 },
  {
    ids: ['eta-missing', 'slip'],
    when: ({ w, network }) => w === 0 && isPowerOfTen(network.learningRate),
  },
  { ids: ['weight-missing', 'gradient-given'], when: ({ network }) => network.learningRate === 1 },
];
