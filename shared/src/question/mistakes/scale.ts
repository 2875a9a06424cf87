import { isBias, valueOfEdge } from '../../maths/unit.ts';
import { type Expression, negative, num, product, sum } from '../numbers/expression.ts';
import { family } from './entry.ts';
import {
  arrivalPlace,
  biasOf,
  edgePlace,
  errorOf,
  firstWeightOf,
  outputOf,
  ownInput,
  valveOf,
} from './places.ts';
import type { Working } from './working.ts';
import { nextDelta, sumOver, termsOf } from './terms.ts';

/** Powers of ten by which a decimal point can be misplaced. */
const SLIPS: readonly number[] = [-1, 1, -2, 2, -3, 3].map((power) => 10 ** power);

/** Indices of the other units of a layer. */
export function neighbours(units: number, own: number): number[] {
  return Array.from({ length: units }, (_, index) => index).filter((index) => index !== own);
}

const slipsOf = (value: number): Expression[] => SLIPS.map((power) => num(power * value));
/** Values of the other units of a layer. */
const ofNeighbours = (values: readonly number[], own: number): Expression[] =>
  neighbours(values.length, own).map((other) => num(values[other]!));

/** Mistakes in the whole calculation: terms added up, a wrong sign, a neighbour's value, a misplaced decimal point. */
export const SCALE = family(160, {
  added: {
    rank: 71,
    contribution: {
      workings: (facts) => {
        const { S, slope, x } = termsOf(facts);
        const delta = [S, ...(slope ? [slope] : [])];
        const three = [...delta, ...(x ? [x] : [])];
        const pairs = sumOver(facts, (k) => sum(num(facts.next[k]!.weight), nextDelta(facts, k)));
        const workings: Working[] = [];
        if (facts.next.length > 0) workings.push({ only: 'S', whole: pairs });
        if (delta.length > 1) workings.push({ only: 'delta', whole: sum(...delta) });
        if (three.length > 1) workings.push({ only: 'G', whole: sum(...three) });
        return workings;
      },
      place: arrivalPlace,
    },
    preActivation: {
      workings: ({ weights }) => [{ term: (x, i) => sum(num(weights[i]!), num(x)) }],
      place: firstWeightOf,
    },
  },
  'sign-slip': {
    preActivation: { workings: () => [{ factor: -1 }], place: firstWeightOf },
    output: { workings: ({ a }) => [negative(num(a))], place: outputOf },
    update: {
      workings: () => [{ factor: -1 }],
      place: ({ network, edge }) => edgePlace(network, edge),
    },
    nudge: {
      workings: ({ facts: { G }, down, here, up, step, at }) => [
        num(-G),
        ...[here - up, down - here, (down - up) / 2, (at(-2) - here) / 2, (here - at(2)) / 2].map((change) =>
          product(num(change), num(1 / step)),
        ),
      ],
      place: ({ facts: { network, edge } }) => edgePlace(network, edge),
    },
  },
  neighbour: {
    contribution: {
      rarity: 2,
      workings: ({ network, situation: { truth }, edge }) => {
        const l = edge.layer - 1;
        return neighbours(network.layers[l]!.units, edge.to).flatMap((to): Working[] => {
          const S = truth.arriving[l]?.[to];
          const others = isBias(edge) ? { ...edge, to } : { ...edge, to };
          return [
            ...(S === undefined ? [] : [{ only: 'S', whole: num(S) } as const]),
            { only: 'delta', whole: num(truth.deltas[l]![to]!) },
            { only: 'G', whole: num(valueOfEdge(truth.gradients, others)) },
          ];
        });
      },
      place: arrivalPlace,
    },
    preActivation: {
      workings: ({ situation, unit }) =>
        ofNeighbours(situation.pass.sums[unit.layer - 1]!, unit.index).map((whole) => ({ whole })),
      place: firstWeightOf,
    },
    output: {
      workings: ({ situation, unit }) => ofNeighbours(situation.pass.outputs[unit.layer - 1]!, unit.index),
      place: outputOf,
    },
    error: {
      workings: ({ situation: { truth }, unit }) =>
        ofNeighbours(truth.error ?? truth.deltas.at(-1)!, unit.index),
      place: errorOf,
    },
  },
  slip: {
    contribution: { workings: () => SLIPS.map((factor) => ({ factor })), place: ownInput },
    preActivation: { workings: () => SLIPS.map((factor) => ({ factor })), place: biasOf },
    output: { workings: ({ a }) => slipsOf(a), place: outputOf },
    slope: { workings: ({ slope }) => slipsOf(slope), place: valveOf },
    error: { workings: ({ error }) => slipsOf(error), place: errorOf },
    update: {
      workings: () => SLIPS.map((factor) => ({ factor })),
      place: ({ network, edge }) => edgePlace(network, edge),
    },
    nudge: {
      workings: ({ facts: { G } }) => slipsOf(G),
      place: ({ facts: { network, edge } }) => edgePlace(network, edge),
    },
  },
});
