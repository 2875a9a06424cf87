import {
  bend,
  difference,
  exp,
  F,
  type Formula,
  fraction,
  ln,
  max,
  negative,
  number,
  product,
  SLOPE,
  square,
  sum,
  total,
  U,
  UP,
} from './formula.ts';

/** Parameters that only leaky relu has. */
export interface SideSlopes {
  /** f′ where the pre-activation is not positive. */
  readonly slope: number;
  /** f′ where the pre-activation is positive. */
  readonly up: number;
}

/** A function of one pre-activation u. `sides` are the parameters of the layer, or the defaults. */
export interface UnitActivation {
  readonly of: 'unit';
  readonly value: (u: number, sides: SideSlopes) => number;
  /** f′; at a kink the slope of the left side. */
  readonly derivative: (u: number, sides: SideSlopes) => number;
  /** Largest f′, drawn as a fully open valve; 1 where none is positive. */
  readonly largestSlope: (sides: SideSlopes) => number;
  /** Dependence of f′ on u: none, everywhere, or only on the side of 0. */
  readonly shape: 'line' | 'curve' | 'gate';
  /** Formula of f, as printed in a book. */
  readonly formula: Formula;
  /** Formula of f′, as printed in a book: in terms of u, or of the output. */
  readonly slopeFormula: Formula;
  /** f and f′ as spreadsheet formulas; `u` and `a` name the cells of the pre-activation and the output. */
  readonly cells: {
    readonly value: (u: string, sides: SideSlopes) => string;
    readonly slope: (u: string, a: string, sides: SideSlopes) => string;
  };
  /** Defaults of the parameters; absent: a layer of this function has none. */
  readonly defaultSides?: SideSlopes;
  /** The curve is mistaken for other functions. */
  readonly isTakenForOthers?: true;
  /** Function next to f on the keypad. */
  readonly keyBeside: string;
}

/** A function of all pre-activations of a layer at once, which has no f′ of one number. */
interface LayerActivation {
  readonly of: 'layer';
  readonly values: (u: readonly number[]) => number[];
  readonly formula: Formula;
  readonly cells: { readonly value: (u: string, layer: readonly string[]) => string };
  readonly keyBeside: string;
}

export type ActivationRecord = UnitActivation | LayerActivation;

const ONE = number(1);
const logistic = fraction(ONE, sum(ONE, exp(negative(U))));

/** 1/(1+e^−u), computed on the side where e^−|u| cannot overflow. */
function sigmoid(u: number): number {
  const decay = Math.exp(-Math.abs(u));
  return u >= 0 ? 1 / (1 + decay) : decay / (1 + decay);
}

/** σ(u)(1−σ(u)) without the cancellation of 1−σ for large u. */
function sigmoidSlope(u: number): number {
  const decay = Math.exp(-Math.abs(u));
  return decay / ((1 + decay) * (1 + decay));
}

/** e^u / Σ e^u, shifted by the largest u so that no term overflows. u: [units] → [units], adding up to 1. */
function softmax(u: readonly number[]): number[] {
  const largest = Math.max(...u);
  const powers = u.map((value) => Math.exp(value - largest));
  const all = powers.reduce((one, power) => one + power, 0);
  return powers.map((power) => power / all);
}

/**
 * Records of all activations: lists, file format, formulas, drawings and tests are derived from them.
 * A new one needs its record, its name in the strings (`play.f`) and its counterpart in `tensorflow.test.ts`.
 */
export const ACTIVATIONS = {
  identity: {
    of: 'unit',
    value: (u) => u,
    derivative: () => 1,
    largestSlope: () => 1,
    shape: 'line',
    formula: U,
    slopeFormula: ONE,
    cells: { value: (u) => u, slope: () => '1' },
    keyBeside: 'sigmoid',
  },
  sigmoid: {
    of: 'unit',
    value: sigmoid,
    derivative: sigmoidSlope,
    largestSlope: () => 0.25,
    shape: 'curve',
    formula: logistic,
    slopeFormula: product(F, difference(ONE, F)),
    cells: { value: (u) => `1/(1+EXP(-${u}))`, slope: (_, a) => `${a}*(1-${a})` },
    isTakenForOthers: true,
    keyBeside: 'tanh',
  },
  tanh: {
    of: 'unit',
    value: Math.tanh,
    derivative: (u) => 4 * sigmoidSlope(2 * u),
    largestSlope: () => 1,
    shape: 'curve',
    formula: fraction(difference(exp(U), exp(negative(U))), sum(exp(U), exp(negative(U)))),
    slopeFormula: difference(ONE, square(F)),
    cells: { value: (u) => `TANH(${u})`, slope: (_, a) => `1-${a}*${a}` },
    isTakenForOthers: true,
    keyBeside: 'sigmoid',
  },
  relu: {
    of: 'unit',
    value: (u) => (u > 0 ? u : 0),
    derivative: (u) => (u > 0 ? 1 : 0),
    largestSlope: () => 1,
    shape: 'gate',
    formula: max(number(0), U),
    slopeFormula: bend(ONE, number(0)),
    cells: { value: (u) => `IF(${u}>0,${u},0)`, slope: (u) => `IF(${u}>0,1,0)` },
    keyBeside: 'sigmoid',
  },
  'leaky-relu': {
    of: 'unit',
    value: (u, { slope, up }) => (u > 0 ? up : slope) * u,
    derivative: (u, { slope, up }) => (u > 0 ? up : slope),
    largestSlope: ({ slope, up }) => (slope > 0 || up > 0 ? Math.max(slope, up) : 1),
    shape: 'gate',
    // Not max(slope·u, up·u), which holds only for slope ≤ up.
    formula: bend(product(UP, U), product(SLOPE, U)),
    slopeFormula: bend(UP, SLOPE),
    cells: {
      value: (u, { slope, up }) => `IF(${u}>0,${up === 1 ? u : `${up}*${u}`},${slope}*${u})`,
      slope: (u, _, { slope, up }) => `IF(${u}>0,${up},${slope})`,
    },
    defaultSides: { slope: 0.01, up: 1 },
    keyBeside: 'relu',
  },
  softplus: {
    of: 'unit',
    value: (u) => Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u))),
    derivative: sigmoid,
    largestSlope: () => 1,
    shape: 'curve',
    formula: ln(sum(ONE, exp(U))),
    slopeFormula: logistic,
    cells: {
      value: (u) => `IF(${u}>0,${u}+LN(1+EXP(-${u})),LN(1+EXP(${u})))`,
      slope: (u) => `1/(1+EXP(-${u}))`,
    },
    keyBeside: 'relu',
  },
  softmax: {
    of: 'layer',
    values: softmax,
    formula: fraction(exp(U), total(exp(U))),
    cells: { value: (u, layer) => `EXP(${u})/(${layer.map((cell) => `EXP(${cell})`).join('+')})` },
    keyBeside: 'sigmoid',
  },
} as const satisfies Record<string, ActivationRecord>;

export type ActivationName = keyof typeof ACTIVATIONS;

/** Names in the order in which they are listed wherever a choice is offered or drawn from. */
export const ACTIVATION_NAMES = Object.keys(ACTIVATIONS) as readonly ActivationName[];

export const recordOf = (name: ActivationName): ActivationRecord => ACTIVATIONS[name];

/** Finds the function of one pre-activation of that name; undefined for a function of the whole layer. */
export function unitActivation(name: ActivationName): UnitActivation | undefined {
  const record = recordOf(name);
  return record.of === 'unit' ? record : undefined;
}

/** Names of the functions of one pre-activation: those that a hidden layer can have. */
export const UNIT_ACTIVATION_NAMES: readonly ActivationName[] = ACTIVATION_NAMES.filter(unitActivation);
