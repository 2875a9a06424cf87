import { NETWORK_FORMAT, type NetworkFile } from '@relay/shared/network/networkFile';
import { PRESETS } from '@relay/shared/network/presets';

/** Fully connected network of tanh units with weights and data of two decimals, none of them 0. */
function layered(name: string, layers: number, width: number): NetworkFile {
  const numbers = (count: number, seed: number): number[] =>
    Array.from({ length: count }, (_, i) => (((i * 37 + seed * 53) % 41) - 20.5) / 25);
  const units = Array.from({ length: layers }, () => width);
  return {
    format: NETWORK_FORMAT,
    name,
    layers: units.map((count, l) => ({
      units: count,
      ...(l === 0 ? {} : { activation: l === layers - 1 ? ('identity' as const) : ('tanh' as const) }),
    })),
    loss: 'half-squared-error',
    learningRate: 0.1,
    weights: units
      .slice(1)
      .map((_, l) => Array.from({ length: width }, (__, from) => numbers(width, l * 17 + from))),
    data: [{ x: numbers(width, 3), t: numbers(width, 5) }],
  };
}

/** Networks to measure: a lesson's, the largest that screens are made for, the largest of all files. */
export const NETWORKS: readonly NetworkFile[] = [
  PRESETS.find(({ id }) => id === 'swap')!.file,
  layered('5 layers of 6', 5, 6),
  layered('7 layers of 12', 7, 12),
];
