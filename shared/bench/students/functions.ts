import type { Layer } from '../../src/maths/network.ts';

/** The functions as they stand in a textbook; students do not look into the game. */

const logistic = (u: number): number => 1 / (1 + Math.exp(-u));

export function f(layer: Layer, u: number, all: readonly number[] = [u]): number {
  switch (layer.activation) {
    case 'identity':
      return u;
    case 'sigmoid':
      return logistic(u);
    case 'tanh':
      return (Math.exp(u) - Math.exp(-u)) / (Math.exp(u) + Math.exp(-u));
    case 'relu':
      return Math.max(0, u);
    case 'leaky-relu':
      return u > 0 ? u : (layer.slope ?? 0.01) * u;
    case 'softplus':
      return Math.log(1 + Math.exp(u));
    case 'softmax':
      return Math.exp(u) / all.reduce((sum, one) => sum + Math.exp(one), 0);
  }
}

export function fPrime(layer: Layer, u: number): number {
  switch (layer.activation) {
    case 'identity':
      return 1;
    case 'sigmoid':
      return Math.exp(-u) / (1 + Math.exp(-u)) ** 2;
    case 'tanh':
      return 1 / Math.cosh(u) ** 2;
    case 'relu':
      return u > 0 ? 1 : 0;
    case 'leaky-relu':
      return u > 0 ? 1 : (layer.slope ?? 0.01);
    case 'softplus':
      return logistic(u);
    case 'softmax':
      return Number.NaN;
  }
}
