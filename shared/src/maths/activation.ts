import type { ActivationName, Layer, Vector } from './network.ts';

/** f and f′ of one pre-activation u. Softmax is not one of these: it looks at the whole layer. */
export interface Activation {
  readonly value: (u: number) => number;
  readonly derivative: (u: number) => number;
}

/** 1/(1+e^−u), computed from the side on which e^−|u| cannot overflow. */
function sigmoid(u: number): number {
  const decay = Math.exp(-Math.abs(u));
  return u >= 0 ? 1 / (1 + decay) : decay / (1 + decay);
}

/** σ(u)(1−σ(u)) without the cancellation of 1−σ for large u. */
function sigmoidSlope(u: number): number {
  const decay = Math.exp(-Math.abs(u));
  return decay / ((1 + decay) * (1 + decay));
}

const softplus = (u: number): number => Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));

/** The slope a leaky-relu layer has when its file names none. */
export const DEFAULT_LEAKY_SLOPE = 0.01;

const leakyRelu = (slope: number): Activation => ({
  value: (u) => (u > 0 ? u : slope * u),
  derivative: (u) => (u > 0 ? 1 : slope),
});

const ELEMENTWISE: Record<Exclude<ActivationName, 'softmax' | 'leaky-relu'>, Activation> = {
  identity: { value: (u) => u, derivative: () => 1 },
  sigmoid: { value: sigmoid, derivative: sigmoidSlope },
  tanh: {
    value: Math.tanh,
    derivative: (u) => 4 * sigmoidSlope(2 * u),
  },
  relu: { value: (u) => (u > 0 ? u : 0), derivative: (u) => (u > 0 ? 1 : 0) },
  softplus: { value: softplus, derivative: sigmoid },
};

/**
 * The activation of a layer, one number in, one number out.
 *
 * @returns f and f′; at a kink f′ is the slope of the left side (relu 0, leaky-relu its slope)
 * @throws {RangeError} for softmax, which has no f of one number
 */
export function activationOf(layer: Layer): Activation {
  if (layer.activation === 'softmax') throw new RangeError('softmax is no function of one pre-activation');
  if (layer.activation === 'leaky-relu') return leakyRelu(layer.slope ?? DEFAULT_LEAKY_SLOPE);
  return ELEMENTWISE[layer.activation];
}

/** e^u / Σ e^u, shifted by the largest u so that no term overflows. u: [units] → [units], adding up to 1. */
export function softmax(u: Vector): number[] {
  const largest = Math.max(...u);
  const powers = u.map((value) => Math.exp(value - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Outputs of a layer from its pre-activations. [units] → [units] */
export function activate(layer: Layer, u: Vector): number[] {
  return layer.activation === 'softmax' ? softmax(u) : u.map(activationOf(layer).value);
}

/** f′ of every pre-activation of a layer, [units]; null for softmax, where one number per unit does not exist. */
export function slopesOf(layer: Layer, u: Vector): number[] | null {
  return layer.activation === 'softmax' ? null : u.map(activationOf(layer).derivative);
}

/** The largest f′ a layer's function can have: what "the valve is fully open" means. */
export function largestSlope(layer: Layer): number {
  if (layer.activation === 'sigmoid') return 0.25;
  if (layer.activation === 'leaky-relu') return Math.max(1, layer.slope ?? DEFAULT_LEAKY_SLOPE);
  return 1;
}
