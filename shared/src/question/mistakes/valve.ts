import { activationOf } from '../../maths/activation.ts';
import type { Layer } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import { num } from '../expression.ts';
import { placeId, type PlaceId } from '../place.ts';
import type { Situation } from '../situation.ts';
import { inOrder, type MistakeRule } from './rule.ts';
import { neighbours, SLIPS } from './scale.ts';
import { formulaOnSum, isCurved, otherFunctions, otherSide } from './slope.ts';

/** What a valve is made of. */
export interface ValveFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly layer: Layer;
  readonly u: number;
  readonly a: number;
  readonly slope: number;
}

const valve = ({ situation, unit }: ValveFacts): PlaceId =>
  placeId(situation.network, { kind: 'valve', unit });
const sidedAt = ({ layer, u }: ValveFacts, ignored: boolean): number[] => {
  const other = otherSide(layer, u);
  return other?.ignored === ignored ? [other.slope] : [];
};

/** What goes wrong with f′ of a belly sum. */
export const VALVE_RULES: readonly MistakeRule<ValveFacts>[] = inOrder([
  {
    id: 'slope-gate-ignored',
    workings: (facts) => sidedAt(facts, true).map((f) => num(f)),
    place: valve,
  },
  { id: 'slope-activation', workings: ({ a }) => [num(a)], place: valve },
  {
    id: 'slope-of-output',
    workings: ({ layer, a }) => (isCurved(layer) ? [num(activationOf(layer).derivative(a))] : []),
    place: valve,
  },
  {
    id: 'slope-formula-on-sum',
    workings: ({ layer, u }) => {
      const formula = formulaOnSum(layer, u);
      return formula ? [formula] : [];
    },
    place: valve,
  },
  {
    id: 'slope-wrong-unit',
    workings: ({ situation, unit }) => {
      const slopes = situation.truth.slopes[unit.layer - 1] ?? [];
      return neighbours(slopes.length, unit.index)
        .filter((other) => slopes[other] !== slopes[unit.index])
        .map((other) => num(slopes[other]!));
    },
    place: valve,
  },
  {
    id: 'slope-wrong-function',
    workings: ({ layer, u }) => otherFunctions(layer).map((other) => num(activationOf(other).derivative(u))),
    place: valve,
  },
  {
    id: 'slope-gate-inverted',
    workings: (facts) => sidedAt(facts, false).map((f) => num(f)),
    place: valve,
  },
  { id: 'belly-given', workings: ({ u, a }) => (u === a ? [] : [num(u)]), place: valve },
  { id: 'slip', workings: ({ slope }) => SLIPS.map((power) => num(power * slope)), place: valve },
]);
