import { slopesOf } from '../maths/activation.ts';
import { forward, incomingOf } from '../maths/forward.ts';
import type { Network, Sample, Vector } from '../maths/network.ts';
import { type Draw, drawNetwork, type NetworkPurpose } from './drawNetwork.ts';
import { type NetworkFile, networkOf } from './networkFile.ts';

/** Significant figures with which a number is displayed. */
const FIGURES = 4;

const shown = (value: number): number => Number(value.toPrecision(FIGURES));

/** Tells whether a number is displayed as ±1 or ±2: as an input it changes nothing, or only doubles. */
const isHiding = (input: number): boolean => [1, 2].includes(Math.abs(shown(input)));

/**
 * Reason for which the numbers of a network on the inputs `x` hide mistakes, or null: an input of ±1 or ±2, also one that
 * a hidden unit puts out, or a hidden unit whose f′ is 1.
 */
export function hidingNumber(network: Network, x: Vector): string | null {
  const { sums, outputs } = forward(network, x);
  const inputs = [x, ...outputs.slice(0, -1)].flat();
  const hiding = inputs.find(isHiding);
  if (hiding !== undefined) return `an input is ${shown(hiding)}`;
  const slopes = network.layers.slice(0, -1).flatMap((layer, l) => slopesOf(layer, sums[l]!) ?? []);
  return slopes.some((slope) => shown(slope) === 1) ? 'a hidden f′ is 1' : null;
}

/** Smallest distance of a pre-activation from the kink of a relu. */
const KINK = 0.1;
/** Smallest size of a sum as a share of the sizes of its terms. */
const CANCELLED = 0.2;

/** Tells whether a pre-activation lies so near a kink that rounding can carry it over. */
export function isNearKink(network: Network, x: Vector): boolean {
  const { sums } = forward(network, x);
  return network.layers.some(
    ({ activation }, l) => activation === 'leaky-relu' && sums[l]!.some((u) => Math.abs(u) < KINK),
  );
}

/** Tells whether a pre-activation is so much smaller than its terms that rounding them changes it too much. */
export function hasCancellingTerms(network: Network, x: Vector): boolean {
  const pass = forward(network, x);
  return network.weights.some((matrix, l) => {
    const incoming = incomingOf(pass, l + 1);
    return pass.sums[l]!.some((u, to) => {
      const terms = matrix.map((row, from) => row[to]! * incoming[from]!);
      return Math.abs(u) < CANCELLED * terms.reduce((sum, term) => sum + Math.abs(term), 0);
    });
  });
}

/** Networks drawn in search of one without a flaw. */
const DRAWS = 16;

/**
 * Draws a network of friendly numbers that hides no mistake and is wanted, where one of DRAWS is so.
 *
 * @param isWanted  further condition on the network and its sample
 */
export function drawTellingNetwork(
  purpose: NetworkPurpose,
  draw: Draw,
  isWanted: (network: Network, sample: Sample) => boolean = () => true,
): NetworkFile {
  const isGood = (file: NetworkFile): boolean => {
    const [network, sample] = [networkOf(file), file.data[0]!];
    return hidingNumber(network, sample.x) === null && isWanted(network, sample);
  };
  const drawn = (i: number): NetworkFile => drawNetwork(purpose, 'friendly', (what) => draw(`${i}/${what}`));
  const first = drawn(0);
  if (isGood(first)) return first;
  for (let i = 1; i < DRAWS; i++) {
    const file = drawn(i);
    if (isGood(file)) return file;
  }
  return first;
}
