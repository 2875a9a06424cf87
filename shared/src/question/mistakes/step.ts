import { valueOfEdge } from '../../maths/unit.ts';
import { num, product, sum } from '../numbers/expression.ts';
import { family } from './entry.ts';
import type { Working } from './working.ts';
import { edgePlace, ownInput } from './places.ts';

/** Mistakes that mix the gradient with the step after it, or with the previous round. */
export const STEP = family(50, {
  'rate-applied': {
    contribution: {
      workings: ({ network: { learningRate } }) =>
        learningRate === 1 ? [] : [{ factor: learningRate, only: 'G' }],
      place: ownInput,
    },
  },
  'step-given': {
    rank: 21,
    contribution: {
      rarity: 0.3,
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
  },
  accumulated: {
    rank: 70,
    contribution: {
      workings: ({ situation: { before }, edge, G }) => {
        const past = before === null ? 0 : valueOfEdge(before, edge);
        return past === 0 ? [] : [{ only: 'G', whole: sum(num(G), num(past)) }];
      },
      place: ({ network, edge }) => edgePlace(network, edge),
    },
  },
});
