import { isBias, valueOfEdge } from '../../maths/unit.ts';
import { negative, num, product, sum } from '../expression.ts';
import type { Facts } from '../facts.ts';
import type { PlaceId } from '../place.ts';
import { edgePlace } from './places.ts';
import { inOrder, type MistakeRule } from './rule.ts';
import { neighbours, SLIPS } from './scale.ts';

const place = ({ network, edge }: Facts): PlaceId => edgePlace(network, edge);
const next = ({ w, G, network }: Facts): number => w - network.learningRate * G;

/** What goes wrong with w − ηG. */
export const UPDATE_RULES: readonly MistakeRule<Facts>[] = inOrder([
  {
    id: 'step-added',
    workings: ({ w, G, network }) => [sum(num(w), product(num(network.learningRate), num(G)))],
    place,
  },
  {
    id: 'eta-missing',
    workings: ({ w, G, network }) => (network.learningRate === 1 ? [] : [sum(num(w), num(-G))]),
    place,
  },
  {
    id: 'eta-on-all',
    workings: ({ w, G, network: { learningRate } }) =>
      learningRate === 1 || w === 0 ? [] : [product(num(learningRate), sum(num(w), num(-G)))],
    place,
  },
  {
    id: 'weight-missing',
    workings: ({ w, G, network }) => {
      if (w === 0) return [];
      const step = product(num(network.learningRate), num(G));
      return [negative(step), step];
    },
    place,
  },
  {
    id: 'gradient-given',
    workings: ({ w, G, network }) => (w === 0 && network.learningRate === 1 ? [] : [num(G), num(-G)]),
    place,
  },
  { id: 'step-missing', workings: ({ w, G }) => (G === 0 ? [] : [num(w)]), place },
  {
    id: 'weight-wrong',
    workings: ({ edge, network, G }) => {
      if (isBias(edge)) return [];
      const others = neighbours(network.weights[edge.layer - 1]!.length, edge.from);
      return others.map((from) =>
        sum(
          num(valueOfEdge(network, { ...edge, from })),
          negative(product(num(network.learningRate), num(G))),
        ),
      );
    },
    place,
  },
  { id: 'sign-slip', workings: (facts) => [num(-next(facts))], place },
  { id: 'slip', workings: (facts) => SLIPS.map((power) => num(power * next(facts))), place },
]);
