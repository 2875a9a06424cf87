import { num, product, sum } from '../expression.ts';
import type { PlaceId } from '../place.ts';
import { edgePlace } from './places.ts';
import { inOrder, type MistakeRule } from './rule.ts';
import { SLIPS } from './scale.ts';
import type { Facts } from '../facts.ts';

/** What the lever shows: E one notch down, here and one notch up. */
export interface NudgeFacts {
  readonly facts: Facts;
  readonly down: number;
  readonly here: number;
  readonly up: number;
  readonly step: number;
}

const place = ({ facts: { network, edge } }: NudgeFacts): PlaceId => edgePlace(network, edge);
const between = (to: number, from: number) => num(to - from, sum(num(to), num(-from)));

/** What goes wrong with the slope of E as the lever shows it. */
export const NUDGE_RULES: readonly MistakeRule<NudgeFacts>[] = inOrder([
  {
    id: 'not-divided',
    workings: ({ down, here, up }) => [between(up, here), between(here, down), between(up, down)],
    place,
  },
  {
    id: 'two-notches',
    workings: ({ down, up, step }) => [product(between(up, down), num(1 / step))],
    place,
  },
  { id: 'loss-value', workings: ({ down, here, up }) => [num(here), num(up), num(down)], place },
  { id: 'sign-slip', workings: ({ facts: { G } }) => [num(-G)], place },
  { id: 'slip', workings: ({ facts: { G } }) => SLIPS.map((power) => num(power * G)), place },
]);
