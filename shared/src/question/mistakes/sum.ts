import { num, product } from '../expression.ts';
import type { Facts } from '../facts.ts';
import type { ContributionRule } from './working.ts';
import { arrival, beforeWeight, pathWeight } from './places.ts';
import { nextDelta, sumOver, termsOf } from './terms.ts';

const hasSum = ({ next }: Facts): boolean => next.length > 0;
const hasSeveral = ({ next }: Facts): boolean => next.length > 1;

/** Σ w_k·δ_k with another weight for each k. */
const weighted = (facts: Facts, weight: (k: number) => number) => ({
  S: sumOver(facts, (k) => product(num(weight(k)), nextDelta(facts, k))),
});

/** What goes wrong with the error that arrives at a hidden unit. */
export const SUM: readonly ContributionRule[] = [
  {
    id: 'sum-one-path',
    rarity: 0.5,
    workings: (facts) =>
      hasSeveral(facts)
        ? facts.next.map(({ weight }, k) => ({ S: product(num(weight), nextDelta(facts, k)) }))
        : [],
    // The first way that was not walked.
    place: (facts, k) => pathWeight(facts, k === 0 ? 1 : 0),
  },
  {
    id: 'sum-no-weights',
    workings: (facts) => (hasSum(facts) ? [{ S: sumOver(facts, (k) => nextDelta(facts, k)) }] : []),
    place: arrival,
  },
  {
    id: 'sum-mean',
    workings: (facts) =>
      hasSeveral(facts) ? [{ S: product(num(1 / facts.next.length), termsOf(facts).S) }] : [],
    place: arrival,
  },
  {
    id: 'sum-transposed',
    workings: (facts) => {
      const { network, edge } = facts;
      const matrix = network.weights[edge.layer];
      if (!matrix || !hasSeveral(facts) || matrix.length !== facts.next.length) return [];
      return [weighted(facts, (k) => matrix[k]![edge.to]!)];
    },
    place: arrival,
  },
  {
    id: 'sum-crossed',
    rarity: 5,
    workings: (facts) => {
      const { next } = facts;
      const shifts = next.length < 2 ? [] : next.length === 2 ? [1] : [1, next.length - 1];
      return shifts.map((shift) => weighted(facts, (k) => next[(k + shift) % next.length]!.weight));
    },
    place: arrival,
  },
  {
    id: 'sum-updated-weights',
    workings: (facts) => {
      const { next, a, network } = facts;
      if (!hasSum(facts)) return [];
      return [weighted(facts, (k) => next[k]!.weight - network.learningRate * next[k]!.delta * a)];
    },
    place: arrival,
  },
  {
    id: 'sum-raw-error',
    workings: (facts) => {
      const { next } = facts;
      if (!hasSum(facts) || next.some(({ arriving }) => arriving === null)) return [];
      return [{ S: sumOver(facts, (k) => product(num(next[k]!.weight), num(next[k]!.arriving!))) }];
    },
    place: (facts) => beforeWeight(facts, 0),
  },
];
