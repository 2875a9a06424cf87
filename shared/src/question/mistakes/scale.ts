import { isBias, valueOfEdge } from '../../maths/unit.ts';
import { num, sum } from '../expression.ts';
import type { ContributionRule, Working } from './working.ts';
import { arrival, ownInput } from './places.ts';
import { nextDelta, sumOver, termsOf } from './terms.ts';

/** Powers of ten that a decimal point slips by. */
export const SLIPS: readonly number[] = [-1, 1, -2, 2, -3, 3].map((power) => 10 ** power);

/** The other units of a layer, by index. */
export function neighbours(units: number, own: number): number[] {
  return Array.from({ length: units }, (_, index) => index).filter((index) => index !== own);
}

/** What goes wrong with the whole. */
export const SCALE: readonly ContributionRule[] = [
  {
    id: 'added',
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
    place: arrival,
  },
  {
    id: 'neighbour',
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
    place: arrival,
  },
  { id: 'slip', workings: () => SLIPS.map((factor) => ({ factor })), place: ownInput },
];
