import { type Expression, num, product, sum } from '../numbers/expression.ts';
import type { PlaceId } from '../places/place.ts';
import type { NudgeFacts } from './partFacts.ts';
import { family } from './entry.ts';
import { edgePlace } from './places.ts';

const place = ({ facts: { network, edge } }: NudgeFacts): PlaceId => edgePlace(network, edge);
/** A change of E, which can be read off; also as a difference of two values of E. */
const between = (to: number, from: number): Expression => num(to - from, sum(num(to), num(-from)));
/** Change of E from one notch down to one notch up. */
const across = ({ down, here, up }: NudgeFacts): Expression =>
  num(up - down, sum(num(up - here), num(here - down)), sum(num(up), num(-down)));

/** Mistakes in the slope of E that the lever shows. */
export const NUDGE = family(130, {
  'not-divided': {
    nudge: {
      workings: (lever) => {
        const { down, here, up, at } = lever;
        const far = [2, 3, 4, 5].flatMap((notch) => [between(at(notch), here), between(at(-notch), here)]);
        return [between(up, here), between(here, down), across(lever), ...far];
      },
      place,
    },
  },
  'two-notches': {
    nudge: {
      workings: (lever) => [product(across(lever), num(1 / lever.step))],
      place,
    },
  },
});
