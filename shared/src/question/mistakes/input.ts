import { isBias } from '../../maths/unit.ts';
import { num, product, type Expression } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import { family, type Occurrences } from './entry.ts';
import { ownInput } from './places.ts';
import { termsOf } from './terms.ts';
import type { Working } from './working.ts';

/** A set of three with another term in place of x; a bias has no input to get wrong. */
const inPlace = (
  others: (facts: Facts, from: number) => readonly (Expression | null)[],
): Occurrences['contribution'] => ({
  workings: (facts) =>
    isBias(facts.edge) ? [] : others(facts, facts.edge.from).map((x): Working => ({ x })),
  place: ownInput,
});

/** Mistakes in the input of the weight. */
export const INPUT = family(40, {
  'input-missing': {
    contribution: inPlace(() => [null]),
  },
  'input-wrong': {
    contribution: inPlace(({ otherInputs }) => otherInputs.map((x) => num(x))),
  },
  'input-own-output': {
    contribution: inPlace(({ a }) => [num(a)]),
  },
  'input-weight': { contribution: inPlace(({ w }) => [num(w)]) },
  'input-sum': {
    contribution: inPlace(({ situation, edge }, from) => {
      const u = situation.pass.sums[edge.layer - 2]?.[from];
      return u === undefined ? [] : [num(u)];
    }),
  },
  'input-applied': {
    contribution: {
      workings: (facts) => {
        if (isBias(facts.edge) || facts.x === 1) return [];
        const { S, slope } = termsOf(facts);
        const delta = num(facts.delta, product(S, ...(slope ? [slope] : [])));
        const whole = product(delta, num(facts.x));
        return [
          { only: 'S', whole },
          { only: 'delta', whole },
        ];
      },
      place: ownInput,
    },
  },
  'bias-times-b': {
    contribution: {
      workings: ({ edge, w }) => (isBias(edge) ? [{ x: num(w) }] : []),
      place: ownInput,
    },
  },
});
