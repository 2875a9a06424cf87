import { type Expression, num, product, sum } from '../expression.ts';
import type { PlaceId } from '../place.ts';
import { edgePlace } from './places.ts';
import { inOrder, type MistakeRule } from './rule.ts';
import { SLIPS } from './scale.ts';
import type { Facts } from '../facts.ts';

/** What the lever shows: E here, and what it becomes one notch down and one notch up. */
export interface NudgeFacts {
  readonly facts: Facts;
  readonly down: number;
  readonly here: number;
  readonly up: number;
  readonly step: number;
}

const place = ({ facts: { network, edge } }: NudgeFacts): PlaceId => edgePlace(network, edge);
/** A change of E, which can be read off; also as two values of E. */
const between = (to: number, from: number): Expression => num(to - from, sum(num(to), num(-from)));
/** From one notch down to one notch up. */
const across = ({ down, here, up }: NudgeFacts): Expression =>
  num(up - down, sum(num(up - here), num(here - down)), sum(num(up), num(-down)));

/** What goes wrong with the slope of E as the lever shows it. */
export const NUDGE_RULES: readonly MistakeRule<NudgeFacts>[] = inOrder([
  {
    id: 'not-divided',
    workings: (lever) => {
      const { down, here, up } = lever;
      return [between(up, here), between(here, down), across(lever)];
    },
    place,
  },
  {
    id: 'two-notches',
    workings: (lever) => [product(across(lever), num(1 / lever.step))],
    place,
  },
  { id: 'loss-value', workings: ({ down, here, up }) => [num(here), num(up), num(down)], place },
  { id: 'sign-slip', workings: ({ facts: { G } }) => [num(-G)], place },
  { id: 'slip', workings: ({ facts: { G } }) => SLIPS.map((power) => num(power * G)), place },
]);
