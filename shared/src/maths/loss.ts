import type { LossName, Vector } from './network.ts';

/** E and ∂E/∂y of one sample, both vectors [outputs]. */
interface Loss {
  readonly value: (y: Vector, t: Vector) => number;
  readonly error: (y: Vector, t: Vector) => number[];
}

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
const squares = (y: Vector, t: Vector): number => sum(y.map((y_k, k) => (y_k - t[k]!) ** 2));
const differences = (y: Vector, t: Vector, factor: number): number[] =>
  y.map((y_k, k) => factor * (y_k - t[k]!));
/** a·ln b with 0·ln 0 = 0, its limit. */
const timesLog = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(b));

const LOSSES: Record<LossName, Loss> = {
  'half-squared-error': {
    value: (y, t) => squares(y, t) / 2,
    error: (y, t) => differences(y, t, 1),
  },
  'squared-error': {
    value: squares,
    error: (y, t) => differences(y, t, 2),
  },
  'mean-squared-error': {
    value: (y, t) => squares(y, t) / y.length,
    error: (y, t) => differences(y, t, 2 / y.length),
  },
  'binary-cross-entropy': {
    value: (y, t) => -sum(y.map((y_k, k) => timesLog(t[k]!, y_k) + timesLog(1 - t[k]!, 1 - y_k))),
    error: (y, t) => y.map((y_k, k) => (y_k - t[k]!) / (y_k * (1 - y_k))),
  },
  'cross-entropy': {
    value: (y, t) => -sum(y.map((y_k, k) => timesLog(t[k]!, y_k))),
    error: (y, t) => y.map((y_k, k) => -t[k]! / y_k),
  },
};

/** E of one sample. y, t: [outputs]; unit: loss. */
export function lossOf(loss: LossName, y: Vector, t: Vector): number {
  return LOSSES[loss].value(y, t);
}

/** ∂E/∂y of one sample, [outputs]; never −0. Not finite for a cross-entropy at an output of exactly 0 or 1. */
export function errorOf(loss: LossName, y: Vector, t: Vector): number[] {
  // The smallest positive double becomes −0 when it is negated and halved.
  return LOSSES[loss].error(y, t).map((error) => error + 0);
}

/** Tells whether δ at the outputs is y − t, and computed so: S·f′ would be 0/0 at a saturated output. */
export function isCrossEntropy(loss: LossName): boolean {
  return loss === 'binary-cross-entropy' || loss === 'cross-entropy';
}
