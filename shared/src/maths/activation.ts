import {
  recordOf,
  type SideSlopes,
  UNIT_ACTIVATION_NAMES,
  type UnitActivation,
  unitActivation,
} from './activations.ts';
import { type Formula, mentions } from './formula.ts';
import type { ActivationName, Layer, Vector } from './network.ts';

/** f and f′ of one pre-activation u. Softmax has none of this form, since it takes the whole layer. */
export interface Activation {
  readonly value: (u: number) => number;
  readonly derivative: (u: number) => number;
}

function recordOfLayer({ activation }: Layer): UnitActivation {
  const record = unitActivation(activation);
  if (!record) throw new RangeError(`${activation} is no function of one pre-activation`);
  return record;
}

const NO_SIDES: SideSlopes = { slope: 0, up: 0 };

/** Slopes of a layer on both sides of 0, or the defaults of its function; 0 where the function has none. */
export function sideSlopes({ activation, slope, up }: Layer): SideSlopes {
  const defaults = unitActivation(activation)?.defaultSides ?? NO_SIDES;
  return { slope: slope ?? defaults.slope, up: up ?? defaults.up };
}

/**
 * The activation of a layer, one number in, one number out.
 *
 * @returns f and f′; at a kink f′ is the slope of the left side (relu 0, leaky-relu its `slope`)
 * @throws {RangeError} for softmax, which has no f of one number
 */
export function activationOf(layer: Layer): Activation {
  const { value, derivative } = recordOfLayer(layer);
  const sides = sideSlopes(layer);
  return { value: (u) => value(u, sides), derivative: (u) => derivative(u, sides) };
}

/** Outputs of a layer from its pre-activations. [units] → [units] */
export function activate(layer: Layer, u: Vector): number[] {
  const record = recordOf(layer.activation);
  return record.of === 'layer' ? record.values(u) : u.map(activationOf(layer).value);
}

/** f′ of every pre-activation of a layer, [units]; null for softmax, where one number per unit does not exist. */
export function slopesOf(layer: Layer, u: Vector): number[] | null {
  return unitActivation(layer.activation) ? u.map(activationOf(layer).derivative) : null;
}

/** Largest f′ of a layer's function, drawn as a fully open valve. 1 for softmax. */
export function largestSlope(layer: Layer): number {
  return unitActivation(layer.activation)?.largestSlope(sideSlopes(layer)) ?? 1;
}

const FROM_OUTPUT: ReadonlyMap<ActivationName, Formula> = new Map(
  UNIT_ACTIVATION_NAMES.flatMap((name) => {
    const formula = unitActivation(name)!.slopeFormula;
    return mentions(formula, 'f') && !mentions(formula, 'u') ? [[name, formula]] : [];
  }),
);

/** f′ as a formula of the output alone; undefined where it is written in u, or where there is none. */
export const slopeFromOutput = (activation: ActivationName): Formula | undefined =>
  FROM_OUTPUT.get(activation);
