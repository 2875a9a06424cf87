import { negative, num, product, sum } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { PlaceId } from '../places/place.ts';
import { isPowerOfTen } from './conditions.ts';
import { family } from './entry.ts';
import { edgePlace } from './places.ts';

const place = ({ network, edge }: Facts): PlaceId => edgePlace(network, edge);

/** Mistakes in w − ηG. */
export const UPDATE = family(120, {
  'step-added': {
    update: {
      workings: ({ w, G, network }) => [sum(num(w), product(num(network.learningRate), num(G)))],
      place,
      sameAs: [{ id: 'sign-slip', when: ({ w }) => w === 0 }],
    },
  },
  'eta-missing': {
    update: {
      workings: ({ w, G, network }) => (network.learningRate === 1 ? [] : [sum(num(w), num(-G))]),
      place,
      sameAs: [
        { id: 'gradient-given', when: ({ w }) => w === 0 },
        { id: 'slip', when: ({ w, network }) => w === 0 && isPowerOfTen(network.learningRate) },
      ],
    },
  },
  'eta-on-all': {
    update: {
      workings: ({ w, G, network: { learningRate } }) =>
        learningRate === 1 || w === 0 ? [] : [product(num(learningRate), sum(num(w), num(-G)))],
      place,
    },
  },
  'weight-missing': {
    update: {
      workings: ({ w, G, network }) => {
        if (w === 0) return [];
        const step = product(num(network.learningRate), num(G));
        return [negative(step), step];
      },
      place,

      sameAs: [{ id: 'gradient-given', when: ({ network }) => network.learningRate === 1 }],
    },
  },
  'gradient-given': {
    update: {
      workings: ({ w, G, network }) => (w === 0 && network.learningRate === 1 ? [] : [num(G), num(-G)]),
      place,
    },
  },
  'step-missing': {
    update: {
      workings: ({ w, G }) => (G === 0 ? [] : [num(w)]),
      place,
    },
  },
  'step-from-nothing': { namedBy: 'choice' },
});
