import { type Expression, num, product, sum } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import { family } from './entry.ts';
import { arrivalPlace, beforeWeight, pathWeight } from './places.ts';
import { nextDelta, sumOver } from './terms.ts';

const hasSum = ({ next }: Facts): boolean => next.length > 0;
const hasSeveral = ({ next }: Facts): boolean => next.length > 1;

/** Σ w_k·δ_k with another weight for each k. */
const weighted = (facts: Facts, weight: (k: number) => number) => ({
  S: sumOver(facts, (k) => product(num(weight(k)), nextDelta(facts, k))),
});

/** Paths that are added up where some are forgotten: all but one, or one alone. */
function incompletePaths({ next }: Facts): number[][] {
  const all = [...next.keys()];
  if (all.length < 2) return [];
  const single = all.map((k) => [k]);
  const butOne = all.length > 2 ? all.map((left) => all.filter((k) => k !== left)) : [];
  return [...single, ...butOne];
}

function sumOfPaths(facts: Facts, taken: readonly number[]): Expression {
  const terms = taken.map((k) => product(num(facts.next[k]!.weight), nextDelta(facts, k)));
  return terms.length === 1 ? terms[0]! : sum(...terms);
}

/** Mistakes in the error that arrives at a hidden unit. */
export const SUM = family(30, {
  'sum-one-path': {
    contribution: {
      rarity: 0.5,
      workings: (facts) => incompletePaths(facts).map((taken) => ({ S: sumOfPaths(facts, taken) })),
      // The first path that was left out.
      place: (facts, working) => {
        const taken = incompletePaths(facts)[working]!;
        return pathWeight(
          facts,
          facts.next.findIndex((_, k) => !taken.includes(k)),
        );
      },
    },
  },
  'sum-no-weights': {
    contribution: {
      workings: (facts) => (hasSum(facts) ? [{ S: sumOver(facts, (k) => nextDelta(facts, k)) }] : []),
      place: arrivalPlace,
    },
  },
  'sum-gradients': {
    contribution: {
      workings: (facts) =>
        hasSum(facts) ? [{ S: sumOver(facts, (k) => product(num(facts.a), nextDelta(facts, k))) }] : [],
      place: arrivalPlace,
    },
  },
  'sum-mean': {
    contribution: {
      workings: (facts) => (hasSeveral(facts) ? [{ factor: 1 / facts.next.length }] : []),
      place: arrivalPlace,
    },
  },
  'sum-transposed': {
    contribution: {
      workings: (facts) => {
        const { network, edge } = facts;
        const matrix = network.weights[edge.layer];
        if (!matrix || !hasSeveral(facts) || matrix.length !== facts.next.length) return [];
        return [weighted(facts, (k) => matrix[k]![edge.to]!)];
      },
      place: arrivalPlace,
    },
  },
  'sum-crossed': {
    contribution: {
      rarity: 5,
      workings: (facts) => {
        const { next } = facts;
        const shifts = next.length < 2 ? [] : next.length === 2 ? [1] : [1, next.length - 1];
        return shifts.map((shift) => weighted(facts, (k) => next[(k + shift) % next.length]!.weight));
      },
      place: arrivalPlace,
    },
  },
  'sum-updated-weights': {
    contribution: {
      workings: (facts) => {
        const { next, a, network } = facts;
        if (!hasSum(facts)) return [];
        return [weighted(facts, (k) => next[k]!.weight - network.learningRate * next[k]!.delta * a)];
      },
      place: arrivalPlace,
    },
  },
  'sum-raw-error': {
    contribution: {
      workings: (facts) => {
        const { next } = facts;
        if (!hasSum(facts) || next.some(({ arriving }) => arriving === null)) return [];
        return [{ S: sumOver(facts, (k) => product(num(next[k]!.weight), num(next[k]!.arriving!))) }];
      },
      place: (facts) => beforeWeight(facts, 0),
    },
  },
});
