import { num, product, sum } from '../numbers/expression.ts';
import { family } from './entry.ts';
import { errorWorking } from './loss.ts';
import { errorOf as place } from './places.ts';
import { difference } from './terms.ts';

/** Mistakes in ∂E/∂y_k, besides those of the loss. */
export const ERROR = family(110, {
  'error-squared': {
    error: {
      workings: ({ situation, unit }) => {
        const e = difference(situation, unit.index);
        return [product(e, e)];
      },
      place,
    },
  },
  'target-missing': {
    error: {
      workings: ({ y, t }) => (t === 0 ? [] : [num(y)]),
      place,
    },
  },
  'output-missing': {
    error: {
      workings: ({ t }) => (t === 0 ? [] : [num(t)]),
      place,
    },
  },
  'target-added': {
    error: {
      workings: ({ y, t }) => (t === 0 ? [] : [sum(num(y), num(t))]),
      place,
    },
  },
  'parcel-given': {
    error: {
      workings: (facts) =>
        facts.slope === null || facts.slope === 1 ? [] : [product(errorWorking(facts), num(facts.slope))],
      place,
    },
  },
});
