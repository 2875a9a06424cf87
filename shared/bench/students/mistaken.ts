import { slopeFromOutput } from '../../src/maths/activation.ts';
import { UNIT_ACTIVATION_NAMES, unitActivation } from '../../src/maths/activations.ts';
import { evaluate } from '../../src/maths/formula.ts';
import type { MistakeId } from '../../src/question/question.ts';
import { type Dice, pickOne } from './figures.ts';
import { f, fPrime } from './functions.ts';
import type { Sight } from './sight.ts';

/**
 * Working of a student who makes one mistake: a sum of products, and the factors of the whole sum. `null`: the mistake
 * cannot be made here.
 */
export interface Sheet {
  readonly sum: readonly (readonly number[])[];
  readonly times: readonly number[];
}
type Student = (sight: Sight, dice: Dice) => Sheet | null;

const sheet = (sum: readonly (readonly number[])[], ...times: number[]): Sheet => ({ sum, times });
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
  return formula && evaluate(formula, { u, f: u, slope: 0, layer: [] });
}

/** Terms of the arriving error: Σ w·δ at a hidden unit, one number at an output. */
const arriving = (s: Sight): number[][] =>
  s.isOutput ? [[Number.isNaN(s.S) ? s.delta : s.S]] : s.next.map(({ w, delta }) => [w, delta]);
const valve = (s: Sight): number[] => (Number.isNaN(s.slope) ? [] : [s.slope]);
const input = (s: Sight): number[] => (s.from === 'bias' ? [] : [s.x[s.from as number]!]);
/** The set of three with another slope. */
const valved = (s: Sight, slope: number | undefined): Sheet | null =>
  Number.isNaN(s.slope) || slope === undefined ? null : sheet(arriving(s), slope, ...input(s));
/** The set of three with another sum. */
const summed = (s: Sight, sum: readonly (readonly number[])[] | null): Sheet | null =>
  s.isOutput || sum === null ? null : sheet(sum, ...valve(s), ...input(s));
/** The set of three with another input. */
const carrying = (s: Sight, x: number | undefined): Sheet | null =>
  s.from === 'bias' || x === undefined ? null : sheet(arriving(s), ...valve(s), x);
/** The set of three with a further factor. */
const scaled = (s: Sight, factor: number): Sheet => sheet(arriving(s), ...valve(s), ...input(s), factor);
const ownWeight = (s: Sight): number => (s.from === 'bias' ? s.b : s.w[s.from as number]!);
const slips = (dice: Dice): number => pickOne([0.1, 10, 0.01, 100, 0.001, 1000], dice);
const factors = (s: Sight, dice: Dice): number | null =>
  isSquared(s) ? pickOne([2, 0.5, 1 / Math.max(2, s.y.length)], dice) : null;

/** Mistakes in G of a contribution. */
export const GRADIENT: Partial<Record<MistakeId, Student>> = {
  'slope-missing': (s) => (Number.isNaN(s.slope) ? null : sheet(arriving(s), ...input(s))),
  'slope-gate-ignored': (s) => (isGate(s) && s.u <= 0 ? sheet(arriving(s), ...input(s)) : null),
  'slope-gate-inverted': (s) => (isGate(s) && s.u > 0 ? valved(s, fPrime(s.layer, -1)) : null),
  'slope-activation': (s) => valved(s, s.a),
  'slope-of-output': (s) => (isCurve(s) ? valved(s, fPrime(s.layer, s.a)) : null),
  'slope-formula-on-sum': (s) => valved(s, formulaOnSum(s)),
  'slope-wrong-unit': (s, dice) => {
    const slopes = s.next
      .map(({ slope }) => slope)
      .filter((slope) => !Number.isNaN(slope) && slope !== s.slope);
    return slopes.length === 0 ? null : valved(s, pickOne(slopes, dice));
  },
  'slope-wrong-function': (s, dice) => {
    const activation = pickOne(
      CURVES.filter((name) => name !== s.layer.activation),
      dice,
    );
    return valved(s, fPrime({ units: 1, activation }, s.u));
  },
  'slope-twice': (s) =>
    Number.isNaN(s.slope) || s.slope === 1 ? null : sheet(arriving(s), s.slope, s.slope, ...input(s)),
  sign: (s) => scaled(s, -1),
  'sum-one-path': (s, dice) => summed(s, s.next.length < 2 ? null : [pickOne(arriving(s), dice)]),
  'sum-no-weights': (s) =>
    summed(
      s,
      s.next.map(({ delta }) => [delta]),
    ),
  'sum-mean': (s) => (s.isOutput || s.next.length < 2 ? null : scaled(s, 1 / s.next.length)),
  'sum-transposed': (s) =>
    summed(
      s,
      s.next.length < 2 || s.nextMatrix.length !== s.next.length
        ? null
        : s.next.map(({ delta }, k) => [s.nextMatrix[k]![s.j]!, delta]),
    ),
  'sum-crossed': (s) =>
    summed(
      s,
      s.next.length < 2 ? null : s.next.map(({ delta }, k) => [s.next[(k + 1) % s.next.length]!.w, delta]),
    ),
  'sum-updated-weights': (s) =>
    summed(
      s,
      s.next.map(({ w, delta }) => [w - s.eta * delta * s.a, delta]),
    ),
  'sum-raw-error': (s) =>
    summed(s, s.next.some(({ S }) => Number.isNaN(S)) ? null : s.next.map(({ w, S }) => [w, S])),
  'input-missing': (s) => (s.from === 'bias' ? null : sheet(arriving(s), ...valve(s))),
  'input-wrong': (s, dice) =>
    s.x.length < 2 ? null : carrying(s, s.x[pickOne(others(s.x.length, s.from as number), dice)]),
  'input-own-output': (s) => carrying(s, s.a),
  'input-weight': (s) => carrying(s, ownWeight(s)),
  'input-sum': (s) => carrying(s, s.before[s.from as number]),
  'bias-times-b': (s) => (s.from === 'bias' ? sheet(arriving(s), ...valve(s), s.b) : null),
  'rate-applied': (s) => (s.eta === 1 ? null : scaled(s, s.eta)),
  'step-given': (s, dice) => {
    const sign = pickOne([-1, 1], dice);
    if (dice() < 0.34 || ownWeight(s) === 0) return scaled(s, -s.eta);
    return sheet([[ownWeight(s)], [sign, s.eta, s.G]]);
  },
  'loss-factor': (s, dice) => {
    const factor = factors(s, dice);
    return factor === null ? null : scaled(s, factor);
  },
  'loss-value': (s) => sheet([[s.E]], ...valve(s), ...input(s)),
  'loss-shortcut': (s) => {
    if (!s.isOutput) return null;
    const e = [[s.y[s.j]!], [-s.t[s.j]!]];
    if (isSquared(s)) return sheet(e, ...input(s));
    return sheet(e, s.a, 1 - s.a, ...input(s));
  },
  accumulated: (s) => (s.past === null || s.past === 0 ? null : sheet([[s.G], [s.past]])),
  added: (s) => {
    const S = arriving(s);
    const extra = [...valve(s), ...input(s)];
    return extra.length === 0 ? null : sheet([...S, ...extra.map((one) => [one])]);
  },
  neighbour: (s, dice) =>
    s.deltas.length < 2
      ? null
      : sheet([[s.deltas[pickOne(others(s.deltas.length, s.j), dice)]!]], ...input(s)),
  slip: (s, dice) => scaled(s, slips(dice)),
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
  Object.fromEntries(ids.map((id) => [id, (sight: Sight, dice: Dice) => GRADIENT[id]!(as(sight), dice)]));

/** Mistakes in δ: the gradient of a bias has no input factor; S is the same without the slope. */
export const DELTA = only(OF_DELTA, (sight) => ({ ...sight, from: 'bias' }));
export const SUM = only(OF_SUM, (sight) => ({ ...sight, from: 'bias', slope: Number.NaN }));

const bellied = (s: Sight, w: (i: number) => number, b: number | null = s.b): Sheet =>
  sheet([...s.x.map((x, i) => [w(i), x]), ...(b === null || b === 0 ? [] : [[b]])]);

/** Mistakes in the pre-activation u. */
export const BELLY: Partial<Record<MistakeId, Student>> = {
  'bias-missing': (s) => (s.b === 0 ? null : bellied(s, (i) => s.w[i]!, null)),
  'bias-sign': (s) => (s.b === 0 ? null : bellied(s, (i) => s.w[i]!, -s.b)),
  'input-left-out': (s, dice) => {
    if (s.x.length < 2) return null;
    const left = Math.floor(dice() * s.x.length);
    return sheet([
      ...s.x.flatMap((x, i) => (i === left ? [] : [[s.w[i]!, x]])),
      ...(s.b === 0 ? [] : [[s.b]]),
    ]);
  },
  'weights-missing': (s) => sheet([...s.x.map((x) => [x]), ...(s.b === 0 ? [] : [[s.b]])]),
  'weight-wrong': (s, dice) => {
    if (s.bellies.length < 2) return null;
    const other = pickOne(others(s.bellies.length, s.j), dice);
    return bellied(s, (i) => s.matrix[i]![other]!);
  },
  'weight-crossed': (s) =>
    s.w.length < 2 || new Set(s.x).size === 1 ? null : bellied(s, (i) => s.w[(i + 1) % s.w.length]!),
  added: (s) => sheet([...s.x.flatMap((x, i) => [[x], [s.w[i]!]]), ...(s.b === 0 ? [] : [[s.b]])]),
  'f-applied': (s) => (s.u === s.a ? null : sheet([[f(s.layer, s.u, s.bellies)]])),
  'sign-slip': (s) => sheet([[-s.u]]),
  neighbour: (s, dice) =>
    s.bellies.length < 2 ? null : sheet([[s.bellies[pickOne(others(s.bellies.length, s.j), dice)]!]]),
  slip: (s, dice) => sheet([[s.u * slips(dice)]]),
};

/** Mistakes in the output a. */
export const OUTPUT: Partial<Record<MistakeId, Student>> = {
  'f-missing': (s) => (s.u === s.a ? null : sheet([[s.u]])),
  'f-slope': (s) => (s.layer.activation === 'softmax' ? null : sheet([[fPrime(s.layer, s.u)]])),
  'f-wrong': (s, dice) => {
    const names = CURVES.filter((name) => name !== s.layer.activation);
    return sheet([[f({ units: 1, activation: pickOne(names, dice) }, s.u)]]);
  },
  'f-twice': (s) =>
    s.layer.activation === 'softmax' || s.u === s.a ? null : sheet([[f(s.layer, f(s.layer, s.u))]]),
  'softmax-alone': (s) => (s.layer.activation === 'softmax' ? sheet([[Math.exp(s.u)]]) : null),
  'sign-slip': (s) => sheet([[-s.a]]),
  neighbour: (s, dice) =>
    s.outputs.length < 2 ? null : sheet([[s.outputs[pickOne(others(s.outputs.length, s.j), dice)]!]]),
  slip: (s, dice) => sheet([[s.a * slips(dice)]]),
};

/** Mistakes in the slope f′. */
export const VALVE: Partial<Record<MistakeId, Student>> = {
  'slope-gate-ignored': (s) => (isGate(s) && s.u <= 0 ? sheet([[1]]) : null),
  'slope-gate-inverted': (s) => (isGate(s) && s.u > 0 ? sheet([[fPrime(s.layer, -1)]]) : null),
  'slope-activation': (s) => sheet([[s.a]]),
  'slope-of-output': (s) => (isCurve(s) ? sheet([[fPrime(s.layer, s.a)]]) : null),
  'slope-formula-on-sum': (s) => {
    if (s.layer.activation === 'sigmoid') return sheet([[1], [-s.u]], s.u);
    if (s.layer.activation === 'tanh') return sheet([[1], [-s.u, s.u]]);
    const slope = formulaOnSum(s);
    return slope === undefined ? null : sheet([[slope]]);
  },
  'slope-wrong-unit': (s, dice) => {
    const slopes = s.slopes.filter((slope, i) => i !== s.j && slope !== s.slope);
    return slopes.length === 0 ? null : sheet([[pickOne(slopes, dice)]]);
  },
  'slope-wrong-function': (s, dice) => {
    const names = CURVES.filter((name) => name !== s.layer.activation);
    return sheet([[fPrime({ units: 1, activation: pickOne(names, dice) }, s.u)]]);
  },
  'belly-given': (s) => (s.u === s.a ? null : sheet([[s.u]])),
  slip: (s, dice) => sheet([[s.slope * slips(dice)]]),
};

/** Mistakes in the error ∂E/∂y. */
export const ERROR: Partial<Record<MistakeId, Student>> = {
  sign: (s) => sheet([[-s.errors[s.j]!]]),
  'loss-factor': (s, dice) => {
    const factor = factors(s, dice);
    return factor === null ? null : sheet([[s.errors[s.j]!]], factor);
  },
  'loss-value': (s) => sheet([[s.E]]),
  'loss-shortcut': (s) => (s.loss === 'binary-cross-entropy' ? sheet([[s.y[s.j]!], [-s.t[s.j]!]]) : null),
  'error-squared': (s) => sheet([[(s.y[s.j]! - s.t[s.j]!) ** 2]]),
  'target-missing': (s) => (s.t[s.j] === 0 ? null : sheet([[s.y[s.j]!]])),
  'output-missing': (s) => (s.t[s.j] === 0 ? null : sheet([[s.t[s.j]!]])),
  'target-added': (s) => (s.t[s.j] === 0 ? null : sheet([[s.y[s.j]!], [s.t[s.j]!]])),
  'parcel-given': (s) => (Number.isNaN(s.slope) || s.slope === 1 ? null : sheet([[s.errors[s.j]!]], s.slope)),
  neighbour: (s, dice) =>
    s.errors.length < 2 ? null : sheet([[s.errors[pickOne(others(s.errors.length, s.j), dice)]!]]),
  slip: (s, dice) => sheet([[s.errors[s.j]! * slips(dice)]]),
};

/** Mistakes in the next weight. */
export const NEXT: Partial<Record<MistakeId, Student>> = {
  'step-added': (s) => sheet([[ownWeight(s)], [s.eta, s.G]]),
  'eta-missing': (s) => (s.eta === 1 ? null : sheet([[ownWeight(s)], [-s.G]])),
  'eta-on-all': (s) => (s.eta === 1 || ownWeight(s) === 0 ? null : sheet([[ownWeight(s)], [-s.G]], s.eta)),
  'weight-missing': (s, dice) => (ownWeight(s) === 0 ? null : sheet([[s.eta, s.G]], pickOne([-1, 1], dice))),
  'gradient-given': (s, dice) => sheet([[s.G]], pickOne([-1, 1], dice)),
  'step-missing': (s) => (s.G === 0 ? null : sheet([[ownWeight(s)]])),
  'weight-wrong': (s, dice) => {
    if (s.from === 'bias' || s.w.length < 2) return null;
    return sheet([[s.w[pickOne(others(s.w.length, s.from as number), dice)]!], [-s.eta, s.G]]);
  },
  'sign-slip': (s) => sheet([[s.eta * s.G - ownWeight(s)]]),
  slip: (s, dice) => sheet([[(ownWeight(s) - s.eta * s.G) * slips(dice)]]),
};

/** Values that the lever shows: E, and its changes one notch of 0.1 down and up. */
export interface Dial {
  readonly here: number;
  readonly down: number;
  readonly up: number;
}

/** Mistakes in the slope of E from the lever. */
export const ESTIMATE: Partial<Record<MistakeId, (dial: Dial, G: number, dice: Dice) => Sheet>> = {
  'not-divided': ({ down, up }, _, dice) =>
    pickOne([sheet([[up]]), sheet([[-down]]), sheet([[up], [-down]])], dice),
  'two-notches': ({ down, up }) => sheet([[up], [-down]], 1 / 0.1),
  'loss-value': ({ down, here, up }, _, dice) => sheet([[here + pickOne([down, 0, up], dice)]]),
  'sign-slip': (_, G) => sheet([[-G]]),
  slip: (_, G, dice) => sheet([[G * slips(dice)]]),
};
