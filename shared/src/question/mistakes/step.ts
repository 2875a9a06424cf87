import { valueOfEdge } from '../../maths/unit.ts';
import { num, product, sum } from '../expression.ts';
import type { ContributionRule, Working } from './working.ts';
import { edgePlace, ownInput } from './places.ts';

/** What belongs to the step that comes after the gradient, or to the round before. */
export const STEP: readonly ContributionRule[] = [
  {
    id: 'rate-applied',
    workings: ({ network: { learningRate } }) =>
      learningRate === 1 ? [] : [{ factor: learningRate, only: 'G' }],
    place: ownInput,
  },
  {
    id: 'step-given',
    workings: ({ network, w, G }) => {
      const moved = (factor: number): Working => ({
        only: 'G',
        whole: sum(num(w), product(num(factor), num(G))),
      });
      const rate = network.learningRate;
      // A bias of 0 has nothing to step from.
      const steps = w === 0 ? [] : [moved(-rate), moved(rate)];
      return [{ factor: -rate, only: 'G' }, ...steps];
    },
    place: ({ network, edge }) => edgePlace(network, edge),
  },
  {
    id: 'accumulated',
    workings: ({ situation: { before }, edge, G }) => {
      const past = before === null ? 0 : valueOfEdge(before, edge);
      return past === 0 ? [] : [{ only: 'G', whole: sum(num(G), num(past)) }];
    },
    place: ({ network, edge }) => edgePlace(network, edge),
  },
];
