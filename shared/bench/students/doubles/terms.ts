import { type ActivationName, unitActivation } from '../../../src/maths/activations.ts';
import { calculation, type Calculation } from '../calculation.ts';
import { type Random, pickOne } from '../figures.ts';
import { f, fPrime } from '../functions.ts';
import type { Sight } from '../sight.ts';

/** Terms of a set of three as a student writes them; `times`: factors that do not belong there. */
export interface Terms {
  readonly S: readonly (readonly number[])[];
  readonly slope: readonly number[];
  readonly input: readonly number[];
  readonly times: readonly number[];
}

/** A mistake in one term: the other terms stay as they are. Null: it cannot be made here. */
export interface TermMistake {
  readonly id: string;
  readonly term: 'S' | 'slope' | 'input' | 'times';
  readonly made: (sight: Sight, random: Random) => Partial<Terms> | null;
}

/** The right terms of δ and G. */
export function rightTerms(s: Sight, hasInput: boolean): Terms {
  return {
    S: s.isOutput ? [[Number.isNaN(s.S) ? s.delta : s.S]] : s.next.map(({ w, delta }) => [w, delta]),
    slope: Number.isNaN(s.slope) ? [] : [s.slope],
    input: hasInput && s.from !== 'bias' ? [s.x[s.from as number]!] : [],
    times: [],
  };
}

export const calculationOf = ({ S, slope, input, times }: Terms): Calculation =>
  calculation(S, ...slope, ...input, ...times);

const hasSlope = (s: Sight): boolean => !Number.isNaN(s.slope);
const isCurve = (s: Sight): boolean => unitActivation(s.layer.activation)?.shape === 'curve';
const slope =
  (of: (s: Sight, random: Random) => readonly number[] | null): TermMistake['made'] =>
  (s, random) => {
    const factors = hasSlope(s) ? of(s, random) : null;
    return factors && { slope: factors };
  };
const sum =
  (of: (s: Sight, random: Random) => readonly (readonly number[])[] | null): TermMistake['made'] =>
  (s, random) => {
    const S = s.isOutput ? null : of(s, random);
    return S && { S };
  };
const several = (s: Sight): boolean => s.next.length > 1;
const input =
  (of: (s: Sight, random: Random) => readonly number[] | null): TermMistake['made'] =>
  (s, random) => {
    const factors = s.from === 'bias' || s.from === null ? null : of(s, random);
    return factors && { input: factors };
  };
const CURVES: readonly ActivationName[] = ['sigmoid', 'tanh'];
const others = (list: readonly number[], own: number): number[] => list.filter((_, i) => i !== own);

/** Mistakes of one term each, as textbooks' rules are broken. */
export const TERM_MISTAKES: readonly TermMistake[] = [
  { id: 'slope-missing', term: 'slope', made: slope((s) => (s.slope === 1 ? null : [])) },
  { id: 'slope-activation', term: 'slope', made: slope((s) => [s.a]) },
  { id: 'slope-of-output', term: 'slope', made: slope((s) => (isCurve(s) ? [fPrime(s.layer, s.a)] : null)) },
  { id: 'slope-twice', term: 'slope', made: slope((s) => (s.slope === 1 ? null : [s.slope, s.slope])) },
  {
    id: 'slope-wrong-function',
    term: 'slope',
    made: slope((s, random) => [
      fPrime(
        {
          units: 1,
          activation: pickOne(
            CURVES.filter((name) => name !== s.layer.activation),
            random,
          ),
        },
        s.u,
      ),
    ]),
  },
  {
    id: 'slope-half-formula',
    term: 'slope',
    made: slope((s, random) =>
      s.layer.activation === 'sigmoid' || s.layer.activation === 'tanh'
        ? pickOne([[1 - s.a], [s.a, s.a], [1 - 2 * s.a], [1 - s.a * s.a]], random)
        : null,
    ),
  },
  {
    id: 'slope-formula-on-sum',
    term: 'slope',
    made: slope((s) =>
      s.layer.activation === 'sigmoid'
        ? [s.u, 1 - s.u]
        : s.layer.activation === 'tanh'
          ? [1 - s.u * s.u]
          : null,
    ),
  },
  {
    id: 'slope-wrong-unit',
    term: 'slope',
    made: slope((s, random) => {
      const found = s.next.map((one) => one.slope).filter((one) => !Number.isNaN(one) && one !== s.slope);
      return found.length === 0 ? null : [pickOne(found, random)];
    }),
  },
  { id: 'sum-no-weights', term: 'S', made: sum((s) => s.next.map(({ delta }) => [delta])) },
  {
    id: 'sum-one-path',
    term: 'S',
    made: sum((s, random) => {
      const one = pickOne(s.next, random);
      return several(s) ? [[one.w, one.delta]] : null;
    }),
  },
  {
    id: 'sum-raw-error',
    term: 'S',
    made: sum((s) => (s.next.some(({ S }) => Number.isNaN(S)) ? null : s.next.map(({ w, S }) => [w, S]))),
  },
  {
    id: 'sum-crossed',
    term: 'S',
    made: sum((s) =>
      several(s) ? s.next.map(({ delta }, k) => [s.next[(k + 1) % s.next.length]!.w, delta]) : null,
    ),
  },
  {
    id: 'sum-transposed',
    term: 'S',
    made: sum((s) =>
      several(s) && s.nextMatrix.length === s.next.length
        ? s.next.map(({ delta }, k) => [s.nextMatrix[k]![s.j]!, delta])
        : null,
    ),
  },
  {
    id: 'sum-updated-weights',
    term: 'S',
    made: sum((s) => s.next.map(({ w, delta }) => [w - s.eta * delta * s.a, delta])),
  },
  { id: 'sum-gradients', term: 'S', made: sum((s) => s.next.map(({ delta }) => [s.a, delta])) },
  { id: 'loss-value', term: 'S', made: (s) => ({ S: [[s.E]] }) },
  { id: 'input-missing', term: 'input', made: input(() => []) },
  {
    id: 'input-wrong',
    term: 'input',
    made: input((s, random) => (s.x.length < 2 ? null : [pickOne(others(s.x, s.from as number), random)])),
  },
  { id: 'input-own-output', term: 'input', made: input((s) => [s.a]) },
  { id: 'input-weight', term: 'input', made: input((s) => [s.w[s.from as number]!]) },
  {
    id: 'input-sum',
    term: 'input',
    made: input((s) => (s.before[s.from as number] === undefined ? null : [s.before[s.from as number]!])),
  },
  { id: 'sign', term: 'times', made: () => ({ times: [-1] }) },
  {
    id: 'sum-mean',
    term: 'times',
    made: (s) => (!s.isOutput && several(s) ? { times: [1 / s.next.length] } : null),
  },
  { id: 'rate-applied', term: 'times', made: (s) => (s.eta === 1 ? null : { times: [s.eta] }) },
  {
    id: 'loss-factor',
    term: 'times',
    made: (s, random) => (s.loss.includes('entropy') ? null : { times: [pickOne([2, 0.5], random)] }),
  },
  { id: 'slip', term: 'times', made: (_, random) => ({ times: [pickOne([0.1, 10, 0.01, 100], random)] }) },
];

/** Values of a that a student can come to by another function. */
export const otherOutputs = (s: Sight): readonly (readonly [string, number])[] => [
  ...CURVES.filter((name) => name !== s.layer.activation).map(
    (activation) => ['f-wrong', f({ units: 1, activation }, s.u)] as const,
  ),
  ...(hasSlope(s)
    ? [['f-slope', fPrime(s.layer, s.u)] as const, ['f-twice', f(s.layer, f(s.layer, s.u))] as const]
    : []),
];
