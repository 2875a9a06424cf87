import type { NetworkFile } from '../network/networkFile.ts';

/**
 * Network file of given layers with numbers in [-0.9, 0.9], none of them 0.
 *
 * @param units    units of each layer, the inputs first
 * @param samples  number of samples, all different
 * @param rate     learning rate: another one makes another network
 */
export function largeNetwork(units: readonly number[], samples: number, rate = 0.5): NetworkFile {
  let drawn = 0;
  const number = (): number => (((++drawn * 37) % 19) - 9) / 10 || 0.3;
  const list = (length: number): number[] => Array.from({ length }, number);
  const after = units.slice(1);
  return {
    format: 'backprop-relay/network@1',
    name: 'large',
    layers: units.map((count, i) => (i === 0 ? { units: count } : { units: count, activation: 'sigmoid' })),
    loss: 'half-squared-error',
    learningRate: rate,
    weights: after.map((to, l) => Array.from({ length: units[l]! }, () => list(to))),
    biases: after.map(list),
    data: Array.from({ length: samples }, (_, s) => ({
      x: Array.from({ length: units[0]! }, (__, i) => (5 + i + s) / 10),
      t: Array.from({ length: units.at(-1)! }, () => 0.5),
    })),
  };
}
