import type { UnitRef } from '../../maths/unit.ts';
import { isCrossEntropy } from '../../maths/loss.ts';
import { type Expression, negative, num, product, sum } from '../expression.ts';
import { placeId, type PlaceId } from '../place.ts';
import type { Situation } from '../situation.ts';
import { lossFactors, lossIn } from './loss.ts';
import { inOrder, type MistakeRule } from './rule.ts';
import { neighbours, SLIPS } from './scale.ts';
import { difference, errorTerm } from './terms.ts';

/** What an error at an output is made of. */
export interface ErrorFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly y: number;
  readonly t: number;
  /** ∂E/∂y; y − t under softmax. */
  readonly error: number;
  /** f′; null under softmax. */
  readonly slope: number | null;
}

const place = ({ situation, unit }: ErrorFacts): PlaceId =>
  placeId(situation.network, { kind: 'error', unit });

/** The error as it is written down. */
const rightly = ({ situation, unit, error, slope }: ErrorFacts): Expression =>
  slope === null ? num(error, difference(situation, unit.index)) : errorTerm(situation, unit.index, error);

/** What goes wrong with ∂E/∂y_k. */
export const ERROR_RULES: readonly MistakeRule<ErrorFacts>[] = inOrder([
  { id: 'sign', workings: (facts) => [negative(rightly(facts))], place },
  {
    id: 'loss-factor',
    workings: (facts) => lossFactors(facts.situation).map((factor) => product(num(factor), rightly(facts))),
    place,
  },
  { id: 'loss-value', workings: ({ situation }) => [num(lossIn(situation))], place },
  {
    id: 'loss-shortcut',
    workings: ({ situation, unit, slope }) =>
      isCrossEntropy(situation.network.loss) && slope !== null ? [difference(situation, unit.index)] : [],
    place,
  },
  {
    id: 'error-squared',
    workings: ({ situation, unit }) => {
      const e = difference(situation, unit.index);
      return [product(e, e)];
    },
    place,
  },
  { id: 'target-missing', workings: ({ y, t }) => (t === 0 ? [] : [num(y)]), place },
  { id: 'output-missing', workings: ({ t }) => (t === 0 ? [] : [num(t)]), place },
  { id: 'target-added', workings: ({ y, t }) => (t === 0 ? [] : [sum(num(y), num(t))]), place },
  {
    id: 'parcel-given',
    workings: (facts) =>
      facts.slope === null || facts.slope === 1 ? [] : [product(rightly(facts), num(facts.slope))],
    place,
  },
  {
    id: 'neighbour',
    workings: ({ situation: { truth }, unit }) => {
      const errors = truth.error ?? truth.deltas.at(-1)!;
      return neighbours(errors.length, unit.index).map((other) => num(errors[other]!));
    },
    place,
  },
  { id: 'slip', workings: ({ error }) => SLIPS.map((power) => num(power * error)), place },
]);
