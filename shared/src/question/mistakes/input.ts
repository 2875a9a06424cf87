import { isBias } from '../../maths/unit.ts';
import { num, type Expression } from '../expression.ts';
import type { Facts } from '../facts.ts';
import type { ContributionRule, Working } from './working.ts';
import { ownInput } from './places.ts';

/** Workings with something else in place of x; a bias has no input to get wrong. */
const inPlace =
  (others: (facts: Facts, from: number) => readonly (Expression | null)[]): ContributionRule['workings'] =>
  (facts) =>
    isBias(facts.edge) ? [] : others(facts, facts.edge.from).map((x): Working => ({ x }));

/** What goes wrong with the input of the weight. */
export const INPUT: readonly ContributionRule[] = [
  { id: 'input-missing', workings: inPlace(() => [null]), place: ownInput },
  {
    id: 'input-wrong',
    workings: inPlace(({ otherInputs }) => otherInputs.map((x) => num(x))),
    place: ownInput,
  },
  { id: 'input-own-output', workings: inPlace(({ a }) => [num(a)]), place: ownInput },
  { id: 'input-weight', workings: inPlace(({ w }) => [num(w)]), place: ownInput },
  {
    id: 'input-sum',
    workings: inPlace(({ situation, edge }, from) => {
      const u = situation.pass.sums[edge.layer - 2]?.[from];
      return u === undefined ? [] : [num(u)];
    }),
    place: ownInput,
  },
  {
    id: 'bias-times-b',
    workings: ({ edge, w }) => (isBias(edge) ? [{ x: num(w) }] : []),
    place: ownInput,
  },
];
