import { negative, num, product, sum } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { PlaceId } from '../places/place.ts';
import { family } from './entry.ts';
import { edgePlace } from './places.ts';

const place = ({ network, edge }: Facts): PlaceId => edgePlace(network, edge);

/** Mistakes in w − ηG. */
export const UPDATE = family(120, {
  'step-added': {
    update: {
      workings: () => [{ isUphill: true }],
      place,
    },
  },
  'eta-missing': {
    update: {
      workings: ({ network }) => (network.learningRate === 1 ? [] : [{ rate: null }]),
      place,
    },
  },
  'eta-on-all': {
    update: {
      workings: ({ w, G, network: { learningRate } }) =>
        learningRate === 1 || w === 0 ? [] : [{ whole: product(num(learningRate), sum(num(w), num(-G))) }],
      place,
    },
  },
  'weight-missing': {
    update: {
      workings: ({ w, G, network }) => {
        if (w === 0) return [];
        const step = product(num(network.learningRate), num(G));
        return [{ whole: negative(step) }, { whole: step }];
      },
      place,
    },
  },
  'gradient-given': {
    update: {
      workings: ({ w, G, network }) =>
        w === 0 && network.learningRate === 1 ? [] : [{ whole: num(G) }, { whole: num(-G) }],
      place,
    },
  },
  'step-missing': {
    update: {
      workings: ({ w, G }) => (G === 0 ? [] : [{ whole: num(w) }]),
      place,
    },
  },
  'step-from-nothing': { namedBy: 'choice' },
});
