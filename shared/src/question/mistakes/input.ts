import { isBias } from '../../maths/unit.ts';
import { num, type Expression } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import { previousPreActivation, same } from './conditions.ts';
import { family, type Occurrences } from './entry.ts';
import { ownInput } from './places.ts';
import type { Working } from './working.ts';

/** A set of three with another term in place of x; a bias has no input to get wrong. */
const inPlace = (
  others: (facts: Facts, from: number) => readonly (Expression | null)[],
  sameAs: NonNullable<Occurrences['contribution']['sameAs']> = [],
): Occurrences['contribution'] => ({
  workings: (facts) =>
    isBias(facts.edge) ? [] : others(facts, facts.edge.from).map((x): Working => ({ x })),
  place: ownInput,
  sameAs,
});

/** Mistakes in the input of the weight. */
export const INPUT = family(40, {
  'input-missing': {
    contribution: inPlace(
      () => [null],
      [
        { id: 'right', when: ({ x, edge }) => !isBias(edge) && x === 1 },
        { id: 'input-wrong', when: ({ otherInputs }) => otherInputs.includes(1) },
      ],
    ),
  },
  'input-wrong': {
    contribution: inPlace(
      ({ otherInputs }) => otherInputs.map((x) => num(x)),
      [{ id: 'right', when: ({ x, otherInputs }) => otherInputs.includes(x) }],
    ),
  },
  'input-own-output': {
    contribution: inPlace(
      ({ a }) => [num(a)],
      [{ id: 'input-weight', when: ({ a, w, edge }) => !isBias(edge) && same(a, w) }],
    ),
  },
  'input-weight': { contribution: inPlace(({ w }) => [num(w)]) },
  'input-sum': {
    contribution: inPlace(
      ({ situation, edge }, from) => {
        const u = situation.pass.sums[edge.layer - 2]?.[from];
        return u === undefined ? [] : [num(u)];
      },
      [{ id: 'right', when: (facts) => previousPreActivation(facts) === facts.x }],
    ),
  },
  'bias-times-b': {
    contribution: {
      workings: ({ edge, w }) => (isBias(edge) ? [{ x: num(w) }] : []),
      place: ownInput,
    },
  },
});
