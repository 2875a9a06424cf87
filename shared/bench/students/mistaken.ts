import { slopeFromOutput } from '../../src/maths/activation.ts';
import { UNIT_ACTIVATION_NAMES, unitActivation } from '../../src/maths/activations.ts';
import { evaluate } from '../../src/maths/formula.ts';
import type { MistakeId } from '../../src/question/question.ts';
import { type Random, pickOne } from './figures.ts';
import { type Calculation, calculation } from './calculation.ts';
import { f, fPrime } from './functions.ts';
import type { Sight } from './sight.ts';

type Student = (sight: Sight, random: Random) => Calculation | null;

const others = (count: number, own: number): number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => i !== own);
const isSquared = ({ loss }: Sight): boolean => !loss.includes('entropy');
/** Curves that other functions are mistaken for. */
const CURVES = UNIT_ACTIVATION_NAMES.filter((name) => unitActivation(name)!.isTakenForOthers);
const isCurve = ({ layer }: Sight): boolean => unitActivation(layer.activation)?.shape === 'curve';
const isGate = ({ layer }: Sight): boolean => unitActivation(layer.activation)?.shape === 'gate';
/** f′ by its formula in terms of the output, applied to the pre-activation; undefined where there is none. */
function formulaOnSum({ layer: { activation }, u }: Sight): number | undefined {
  const formula = slopeFromOutput(activation);
  return formula && evaluate(formula, { u, f: u, slope: 0, up: 0, layer: [] });
}

/** Terms of the arriving error: Σ w·δ at a hidden unit, one number at an output. */
const arriving = (s: Sight): number[][] =>
  s.isOutput ? [[Number.isNaN(s.S) ? s.delta : s.S]] : s.next.map(({ w, delta }) => [w, delta]);
const slopeFactors = (s: Sight): number[] => (Number.isNaN(s.slope) ? [] : [s.slope]);
const inputFactors = (s: Sight): number[] => (s.from === 'bias' ? [] : [s.x[s.from as number]!]);
/** The set of three with another slope. */
const withSlope = (s: Sight, slope: number | undefined): Calculation | null =>
  Number.isNaN(s.slope) || slope === undefined ? null : calculation(arriving(s), slope, ...inputFactors(s));
/** The set of three with another sum. */
const withSum = (s: Sight, sum: readonly (readonly number[])[] | null): Calculation | null =>
  s.isOutput || sum === null ? null : calculation(sum, ...slopeFactors(s), ...inputFactors(s));
/** The set of three with another input. */
const withInput = (s: Sight, x: number | undefined): Calculation | null =>
  s.from === 'bias' || x === undefined ? null : calculation(arriving(s), ...slopeFactors(s), x);
/** The set of three with a further factor. */
const withFactor = (s: Sight, factor: number): Calculation =>
  calculation(arriving(s), ...slopeFactors(s), ...inputFactors(s), factor);
const ownWeight = (s: Sight): number => (s.from === 'bias' ? s.b : s.w[s.from as number]!);
const slips = (random: Random): number => pickOne([0.1, 10, 0.01, 100, 0.001, 1000], random);
const factors = (s: Sight, random: Random): number | null =>
  isSquared(s) ? pickOne([2, 0.5, 1 / Math.max(2, s.y.length)], random) : null;

/** Mistakes in G of a contribution. */
export const GRADIENT: Partial<Record<MistakeId, Student>> = {
  'slope-missing': (s) => (Number.isNaN(s.slope) ? null : calculation(arriving(s), ...inputFactors(s))),
  'slope-gate-ignored': (s) => {
    const above = fPrime(s.layer, 1);
    if (!isGate(s) || s.u > 0 || above === s.slope) return null;
    return above === 1 ? calculation(arriving(s), ...inputFactors(s)) : withSlope(s, above);
  },
  'slope-gate-inverted': (s) => (isGate(s) && s.u > 0 ? withSlope(s, fPrime(s.layer, -1)) : null),
  'slope-activation': (s) => withSlope(s, s.a),
  'slope-of-output': (s) => (isCurve(s) ? withSlope(s, fPrime(s.layer, s.a)) : null),
  'slope-formula-on-sum': (s) => withSlope(s, formulaOnSum(s)),
  'slope-wrong-unit': (s, random) => {
    const slopes = s.next
      .map(({ slope }) => slope)
      .filter((slope) => !Number.isNaN(slope) && slope !== s.slope);
    return slopes.length === 0 ? null : withSlope(s, pickOne(slopes, random));
  },
  'slope-wrong-function': (s, random) => {
    const activation = pickOne(
      CURVES.filter((name) => name !== s.layer.activation),
      random,
    );
    return withSlope(s, fPrime({ units: 1, activation }, s.u));
  },
  'slope-twice': (s) =>
    Number.isNaN(s.slope) || s.slope === 1
      ? null
      : calculation(arriving(s), s.slope, s.slope, ...inputFactors(s)),
  sign: (s) => withFactor(s, -1),
  'sum-one-path': (s, random) => withSum(s, s.next.length < 2 ? null : [pickOne(arriving(s), random)]),
  'sum-no-weights': (s) =>
    withSum(
      s,
      s.next.map(({ delta }) => [delta]),
    ),
  'sum-mean': (s) => (s.isOutput || s.next.length < 2 ? null : withFactor(s, 1 / s.next.length)),
  'sum-transposed': (s) =>
    withSum(
      s,
      s.next.length < 2 || s.nextMatrix.length !== s.next.length
        ? null
        : s.next.map(({ delta }, k) => [s.nextMatrix[k]![s.j]!, delta]),
    ),
  'sum-crossed': (s) =>
    withSum(
      s,
      s.next.length < 2 ? null : s.next.map(({ delta }, k) => [s.next[(k + 1) % s.next.length]!.w, delta]),
    ),
  'sum-updated-weights': (s) =>
    withSum(
      s,
      s.next.map(({ w, delta }) => [w - s.eta * delta * s.a, delta]),
    ),
  'sum-raw-error': (s) =>
    withSum(s, s.next.some(({ S }) => Number.isNaN(S)) ? null : s.next.map(({ w, S }) => [w, S])),
  'input-missing': (s) => (s.from === 'bias' ? null : calculation(arriving(s), ...slopeFactors(s))),
  'input-wrong': (s, random) =>
    s.x.length < 2 ? null : withInput(s, s.x[pickOne(others(s.x.length, s.from as number), random)]),
  'input-own-output': (s) => withInput(s, s.a),
  'input-weight': (s) => withInput(s, ownWeight(s)),
  'input-sum': (s) => withInput(s, s.before[s.from as number]),
  'bias-times-b': (s) => (s.from === 'bias' ? calculation(arriving(s), ...slopeFactors(s), s.b) : null),
  'rate-applied': (s) => (s.eta === 1 ? null : withFactor(s, s.eta)),
  'step-given': (s, random) => {
    const sign = pickOne([-1, 1], random);
    if (random() < 0.34 || ownWeight(s) === 0) return withFactor(s, -s.eta);
    return calculation([[ownWeight(s)], [sign, s.eta, s.G]]);
  },
  'loss-factor': (s, random) => {
    const factor = factors(s, random);
    return factor === null ? null : withFactor(s, factor);
  },
  'loss-value': (s) => calculation([[s.E]], ...slopeFactors(s), ...inputFactors(s)),
  'loss-shortcut': (s) => {
    if (!s.isOutput) return null;
    const e = [[s.y[s.j]!], [-s.t[s.j]!]];
    if (isSquared(s)) return calculation(e, ...inputFactors(s));
    return calculation(e, s.a, 1 - s.a, ...inputFactors(s));
  },
  accumulated: (s) => (s.past === null || s.past === 0 ? null : calculation([[s.G], [s.past]])),
  added: (s) => {
    const S = arriving(s);
    const extra = [...slopeFactors(s), ...inputFactors(s)];
    return extra.length === 0 ? null : calculation([...S, ...extra.map((one) => [one])]);
  },
  neighbour: (s, random) =>
    s.deltas.length < 2
      ? null
      : calculation([[s.deltas[pickOne(others(s.deltas.length, s.j), random)]!]], ...inputFactors(s)),
  slip: (s, random) => withFactor(s, slips(random)),
};

const OF_DELTA: readonly MistakeId[] = [
  'slope-missing',
  'slope-activation',
  'slope-of-output',
  'slope-formula-on-sum',
  'slope-wrong-unit',
  'slope-wrong-function',
  'slope-twice',
  'sign',
  'sum-one-path',
  'sum-no-weights',
  'sum-mean',
  'sum-transposed',
  'sum-crossed',
  'sum-updated-weights',
  'sum-raw-error',
  'loss-factor',
  'loss-value',
  'loss-shortcut',
  'added',
  'neighbour',
  'slip',
];
const OF_SUM = OF_DELTA.filter((id) => id.startsWith('sum-') || id === 'sign' || id === 'loss-factor');

const only = (ids: readonly MistakeId[], as: (sight: Sight) => Sight): Partial<Record<MistakeId, Student>> =>
  Object.fromEntries(
    ids.map((id) => [id, (sight: Sight, random: Random) => GRADIENT[id]!(as(sight), random)]),
  );

/** Mistakes in δ: those of a bias's gradient, which has no input factor. */
export const DELTA = only(OF_DELTA, (sight) => ({ ...sight, from: 'bias' }));
/** Mistakes in S: those of a bias's gradient without the slope. */
export const SUM = only(OF_SUM, (sight) => ({ ...sight, from: 'bias', slope: Number.NaN }));

const weightedSum = (s: Sight, w: (i: number) => number, b: number | null = s.b): Calculation =>
  calculation([...s.x.map((x, i) => [w(i), x]), ...(b === null || b === 0 ? [] : [[b]])]);

/** Mistakes in the pre-activation u. */
export const PRE_ACTIVATION: Partial<Record<MistakeId, Student>> = {
  'bias-missing': (s) => (s.b === 0 ? null : weightedSum(s, (i) => s.w[i]!, null)),
  'bias-sign': (s) => (s.b === 0 ? null : weightedSum(s, (i) => s.w[i]!, -s.b)),
  'input-left-out': (s, random) => {
    if (s.x.length < 2) return null;
    const left = Math.floor(random() * s.x.length);
    return calculation([
      ...s.x.flatMap((x, i) => (i === left ? [] : [[s.w[i]!, x]])),
      ...(s.b === 0 ? [] : [[s.b]]),
    ]);
  },
  'weights-missing': (s) => calculation([...s.x.map((x) => [x]), ...(s.b === 0 ? [] : [[s.b]])]),
  'weight-wrong': (s, random) => {
    if (s.sums.length < 2) return null;
    const other = pickOne(others(s.sums.length, s.j), random);
    return weightedSum(s, (i) => s.matrix[i]![other]!);
  },
  'weight-crossed': (s) =>
    s.w.length < 2 || new Set(s.x).size === 1 ? null : weightedSum(s, (i) => s.w[(i + 1) % s.w.length]!),
  added: (s) => calculation([...s.x.flatMap((x, i) => [[x], [s.w[i]!]]), ...(s.b === 0 ? [] : [[s.b]])]),
  'f-applied': (s) => (s.u === s.a ? null : calculation([[f(s.layer, s.u, s.sums)]])),
  'sign-slip': (s) => calculation([[-s.u]]),
  neighbour: (s, random) =>
    s.sums.length < 2 ? null : calculation([[s.sums[pickOne(others(s.sums.length, s.j), random)]!]]),
  slip: (s, random) => calculation([[s.u * slips(random)]]),
};

/** Mistakes in the output a. */
export const OUTPUT: Partial<Record<MistakeId, Student>> = {
  'f-missing': (s) => (s.u === s.a ? null : calculation([[s.u]])),
  'f-slope': (s) => (s.layer.activation === 'softmax' ? null : calculation([[fPrime(s.layer, s.u)]])),
  'f-wrong': (s, random) => {
    const names = CURVES.filter((name) => name !== s.layer.activation);
    return calculation([[f({ units: 1, activation: pickOne(names, random) }, s.u)]]);
  },
  'f-twice': (s) =>
    s.layer.activation === 'softmax' || s.u === s.a ? null : calculation([[f(s.layer, f(s.layer, s.u))]]),
  'softmax-alone': (s) => (s.layer.activation === 'softmax' ? calculation([[Math.exp(s.u)]]) : null),
  'sign-slip': (s) => calculation([[-s.a]]),
  neighbour: (s, random) =>
    s.outputs.length < 2 ? null : calculation([[s.outputs[pickOne(others(s.outputs.length, s.j), random)]!]]),
  slip: (s, random) => calculation([[s.a * slips(random)]]),
};

/** Mistakes in the slope f′. */
export const SLOPE: Partial<Record<MistakeId, Student>> = {
  'slope-gate-ignored': (s) => (isGate(s) && s.u <= 0 ? calculation([[fPrime(s.layer, 1)]]) : null),
  'slope-gate-inverted': (s) => (isGate(s) && s.u > 0 ? calculation([[fPrime(s.layer, -1)]]) : null),
  'slope-activation': (s) => calculation([[s.a]]),
  'slope-of-output': (s) => (isCurve(s) ? calculation([[fPrime(s.layer, s.a)]]) : null),
  'slope-formula-on-sum': (s) => {
    if (s.layer.activation === 'sigmoid') return calculation([[1], [-s.u]], s.u);
    if (s.layer.activation === 'tanh') return calculation([[1], [-s.u, s.u]]);
    const slope = formulaOnSum(s);
    return slope === undefined ? null : calculation([[slope]]);
  },
  'slope-wrong-unit': (s, random) => {
    const slopes = s.slopes.filter((slope, i) => i !== s.j && slope !== s.slope);
    return slopes.length === 0 ? null : calculation([[pickOne(slopes, random)]]);
  },
  'slope-wrong-function': (s, random) => {
    const names = CURVES.filter((name) => name !== s.layer.activation);
    return calculation([[fPrime({ units: 1, activation: pickOne(names, random) }, s.u)]]);
  },
  'belly-given': (s) => (s.u === s.a ? null : calculation([[s.u]])),
  slip: (s, random) => calculation([[s.slope * slips(random)]]),
};

/** Mistakes in the error ∂E/∂y. */
export const ERROR: Partial<Record<MistakeId, Student>> = {
  sign: (s) => calculation([[-s.errors[s.j]!]]),
  'loss-factor': (s, random) => {
    const factor = factors(s, random);
    return factor === null ? null : calculation([[s.errors[s.j]!]], factor);
  },
  'loss-value': (s) => calculation([[s.E]]),
  'loss-shortcut': (s) =>
    s.loss === 'binary-cross-entropy' ? calculation([[s.y[s.j]!], [-s.t[s.j]!]]) : null,
  'error-squared': (s) => calculation([[(s.y[s.j]! - s.t[s.j]!) ** 2]]),
  'target-missing': (s) => (s.t[s.j] === 0 ? null : calculation([[s.y[s.j]!]])),
  'output-missing': (s) => (s.t[s.j] === 0 ? null : calculation([[s.t[s.j]!]])),
  'target-added': (s) => (s.t[s.j] === 0 ? null : calculation([[s.y[s.j]!], [s.t[s.j]!]])),
  'parcel-given': (s) =>
    Number.isNaN(s.slope) || s.slope === 1 ? null : calculation([[s.errors[s.j]!]], s.slope),
  neighbour: (s, random) =>
    s.errors.length < 2 ? null : calculation([[s.errors[pickOne(others(s.errors.length, s.j), random)]!]]),
  slip: (s, random) => calculation([[s.errors[s.j]! * slips(random)]]),
};

/** Mistakes in the next weight. */
export const NEXT: Partial<Record<MistakeId, Student>> = {
  'step-added': (s) => calculation([[ownWeight(s)], [s.eta, s.G]]),
  'eta-missing': (s) => (s.eta === 1 ? null : calculation([[ownWeight(s)], [-s.G]])),
  'eta-on-all': (s) =>
    s.eta === 1 || ownWeight(s) === 0 ? null : calculation([[ownWeight(s)], [-s.G]], s.eta),
  'weight-missing': (s, random) =>
    ownWeight(s) === 0 ? null : calculation([[s.eta, s.G]], pickOne([-1, 1], random)),
  'gradient-given': (s, random) => calculation([[s.G]], pickOne([-1, 1], random)),
  'step-missing': (s) => (s.G === 0 ? null : calculation([[ownWeight(s)]])),
  'weight-wrong': (s, random) => {
    if (s.from === 'bias' || s.w.length < 2) return null;
    return calculation([[s.w[pickOne(others(s.w.length, s.from as number), random)]!], [-s.eta, s.G]]);
  },
  'sign-slip': (s) => calculation([[s.eta * s.G - ownWeight(s)]]),
  slip: (s, random) => calculation([[(ownWeight(s) - s.eta * s.G) * slips(random)]]),
};

/** Values that the lever shows: E, and its changes one notch of 0.1 down and up. */
export interface Dial {
  readonly here: number;
  readonly down: number;
  readonly up: number;
}

/** Mistakes in the slope of E from the lever. */
export const ESTIMATE: Partial<Record<MistakeId, (dial: Dial, G: number, random: Random) => Calculation>> = {
  'not-divided': ({ down, up }, _, random) =>
    pickOne([calculation([[up]]), calculation([[-down]]), calculation([[up], [-down]])], random),
  'two-notches': ({ down, up }) => calculation([[up], [-down]], 1 / 0.1),
  'loss-value': ({ down, here, up }, _, random) => calculation([[here + pickOne([down, 0, up], random)]]),
  'sign-slip': (_, G) => calculation([[-G]]),
  slip: (_, G, random) => calculation([[G * slips(random)]]),
};
