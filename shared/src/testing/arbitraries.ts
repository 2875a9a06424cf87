import fc from 'fast-check';
import { UNIT_ACTIVATION_NAMES } from '../maths/activations.ts';
import type { ActivationName, LossName, Network, Sample } from '../maths/network.ts';

/** Random networks for property tests: small enough to be quick, of any depth, activation and loss. */

const SQUARED: LossName[] = ['half-squared-error', 'squared-error', 'mean-squared-error'];

const weight = fc.double({ min: -1.5, max: 1.5, noNaN: true, noDefaultInfinity: true });
const input = fc.double({ min: -2, max: 2, noNaN: true, noDefaultInfinity: true });

interface Head {
  readonly activation: ActivationName;
  readonly loss: LossName;
}

const heads: fc.Arbitrary<Head> = fc.oneof(
  fc.record({ activation: fc.constantFrom(...UNIT_ACTIVATION_NAMES), loss: fc.constantFrom(...SQUARED) }),
  fc.constant<Head>({ activation: 'sigmoid', loss: 'binary-cross-entropy' }),
  fc.constant<Head>({ activation: 'softmax', loss: 'cross-entropy' }),
);

function target(units: number, { loss }: Head): fc.Arbitrary<number[]> {
  if (loss === 'cross-entropy') {
    return fc.nat(units - 1).map((hot) => Array.from({ length: units }, (_, k) => (k === hot ? 1 : 0)));
  }
  const range = loss === 'binary-cross-entropy' ? { min: 0, max: 1 } : { min: -2, max: 2 };
  return fc.array(fc.double({ ...range, noNaN: true }), { minLength: units, maxLength: units });
}

const vectors = (length: number, of: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
  fc.array(of, { minLength: length, maxLength: length });

/** A network with one sample that fits it. `layers` bounds the number of layers after the input. */
export function networks(layers = { min: 1, max: 4 }): fc.Arbitrary<{ network: Network; sample: Sample }> {
  return fc
    .record({
      head: heads,
      units: fc.array(fc.integer({ min: 2, max: 4 }), {
        minLength: layers.min + 1,
        maxLength: layers.max + 1,
      }),
      hidden: fc.array(fc.constantFrom(...UNIT_ACTIVATION_NAMES), {
        minLength: layers.max,
        maxLength: layers.max,
      }),
      updateBiases: fc.boolean(),
      up: fc.constantFrom(null, 0.7, 1.5),
    })
    .chain(({ head, units, hidden, updateBiases, up }) => {
      const last = units.length - 1;
      return fc.record({
        network: fc.record({
          inputs: fc.constant(units[0]!),
          layers: fc.constant(
            units.slice(1).map((count, l) => ({
              units: count,
              activation: l === last - 1 ? head.activation : hidden[l]!,
              slope: 0.1,
              ...(up === null ? {} : { up }),
            })),
          ),
          loss: fc.constant(head.loss),
          learningRate: fc.constantFrom(0.1, 0.5, 0.9),
          updateBiases: fc.constant(updateBiases),
          snap: fc.constant(null),
          weights: fc.tuple(...units.slice(1).map((to, l) => vectors2(units[l]!, to))),
          biases: fc.tuple(...units.slice(1).map((to) => vectors(to, weight))),
        }),
        sample: fc.record({ x: vectors(units[0]!, input), t: target(units[last]!, head) }),
      });
    });
}

function vectors2(from: number, to: number): fc.Arbitrary<number[][]> {
  return fc.array(vectors(to, weight), { minLength: from, maxLength: from });
}
