import { activationOf } from '../../maths/activation.ts';
import { UNIT_ACTIVATION_NAMES, unitActivation } from '../../maths/activations.ts';
import type { Layer } from '../../maths/network.ts';
import { isBias } from '../../maths/unit.ts';
import { type Expression, num, product } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import { slopeExpression } from '../slopeFromOutput.ts';
import { previousPreActivation, errorFactor, isOutput, layerOf, nextSlopes, same } from './conditions.ts';
import { family, type Occurrence, type Occurrences, type SlopeFacts } from './entry.ts';
import { ownValve, valveOf } from './places.ts';
import { neighbours } from './scale.ts';
import type { Working } from './working.ts';

/** Formula of f′ in terms of the output, applied to the sum: u(1 − u), or 1 − u². */
export const formulaOnSum = ({ activation }: Layer, u: number): Expression | undefined =>
  slopeExpression(activation, u);

/** Tells whether f′ depends on its argument: on a straight line it is the same at the sum and at the output. */
export const isCurved = ({ activation }: Layer): boolean => unitActivation(activation)?.shape === 'curve';

const TAKEN_FOR_OTHERS = UNIT_ACTIVATION_NAMES.filter((name) => unitActivation(name)!.isTakenForOthers);

/** Functions that a layer's own can be taken for. A straight line in place of a curve is f′ left out. */
export function otherFunctions({ activation }: Layer): Layer[] {
  return TAKEN_FOR_OTHERS.filter((name) => name !== activation).map((name) => ({
    units: 1,
    activation: name,
  }));
}

/** f′ on the other side of a gate; undefined where the layer has no gate, or the same f′ on both sides. */
export function otherSide(
  layer: Layer,
  u: number,
): { readonly ignored: boolean; readonly slope: number } | undefined {
  if (unitActivation(layer.activation)?.shape !== 'gate') return undefined;
  const { derivative } = activationOf(layer);
  const slope = derivative(u > 0 ? -1 : 1);
  return slope === derivative(u) ? undefined : { ignored: u <= 0, slope };
}

function formulasOnSum(layer: Layer, u: number): Expression[] {
  const formula = formulaOnSum(layer, u);
  return formula ? [formula] : [];
}

type SameAs = NonNullable<Occurrences['contribution']['sameAs']>;

/** A set of three with another term in place of f′, where there is an f′. */
const inPlace = (
  others: (facts: Facts) => readonly (Expression | null)[],
  sameAs: SameAs = [],
): Occurrences['contribution'] => ({
  workings: (facts) => (facts.slope === null ? [] : others(facts).map((slope): Working => ({ slope }))),
  place: ownValve,
  sameAs,
});

/** Workings with another term in place of f′ itself. */
const given = (
  workings: Occurrence<SlopeFacts>['workings'],
  sameAs: Occurrence<SlopeFacts>['sameAs'] = [],
): Occurrence<SlopeFacts> => ({ workings, place: valveOf, sameAs });

/** f′ of the other side of the gate, where the own side is shut (or, by `isShut`, open). */
function sidedAt({ layer, u }: SlopeFacts, isShut: boolean): number[] {
  const other = otherSide(layer, u);
  return other?.ignored === isShut ? [other.slope] : [];
}

/** Tells whether another unit's slope equals this unit's on the other side of the gate. */
function isOtherSideNear({ situation, unit, layer, u }: SlopeFacts): boolean {
  const other = otherSide(layer, u)?.slope;
  return other !== undefined && situation.truth.slopes[unit.layer - 1]!.includes(other);
}

/** f′ that a unit at or below 0 would have above it; undefined for a unit that is above 0 or has no gate. */
function slopeAbove(facts: Facts): number | undefined {
  const other = otherSide(layerOf(facts), facts.u);
  return other?.ignored ? other.slope : undefined;
}

/** Mistakes in the slope. */
export const SLOPE = family(10, {
  'slope-gate-ignored': {
    contribution: inPlace(
      (facts) => {
        const slope = slopeAbove(facts);
        // A slope of 1 is not written down, like f′ left out.
        return slope === undefined ? [] : [slope === 1 ? null : num(slope)];
      },
      [
        { id: 'slope-missing', when: (facts) => slopeAbove(facts) === 1 },
        { id: 'slope-wrong-unit', when: (facts) => nextSlopes(facts).some((f) => f === slopeAbove(facts)) },
      ],
    ),
    slope: given(
      (facts) => sidedAt(facts, true).map((f) => num(f)),
      [{ id: 'slope-wrong-unit', when: isOtherSideNear }],
    ),
  },
  'slope-missing': {
    contribution: inPlace(
      () => [null],
      [
        { id: 'right', when: ({ slope }) => slope === 1 },
        {
          id: 'slope-wrong-unit',
          when: (facts) => nextSlopes(facts).includes(1) && facts.slope !== 1,
        },
        { id: 'loss-shortcut', when: (facts) => isOutput(facts) && errorFactor(facts.network) === 1 },
        {
          id: 'sum-raw-error',
          when: (facts) => !isOutput(facts) && nextSlopes(facts).every((slope) => slope === facts.slope),
        },
        {
          id: 'input-sum',
          when: (facts) => facts.slope !== null && same(facts.slope * previousPreActivation(facts), facts.x),
        },
      ],
    ),
  },
  'slope-activation': {
    contribution: inPlace(
      ({ a }) => [num(a)],
      [
        { id: 'input-weight', when: ({ slope, x, a, w }) => slope !== null && same(a * x, slope * w) },
        { id: 'input-own-output', when: ({ slope, x, edge }) => !isBias(edge) && same(slope, x) },
      ],
    ),
    slope: given(({ a }) => [num(a)]),
  },
  'slope-of-output': {
    contribution: inPlace((facts) => (isCurved(layerOf(facts)) ? [num(facts.slopeOfOutput!)] : [])),
    slope: given(({ layer, a }) => (isCurved(layer) ? [num(activationOf(layer).derivative(a))] : [])),
  },
  'slope-formula-on-sum': {
    contribution: inPlace((facts) => formulasOnSum(layerOf(facts), facts.u)),
    slope: given(({ layer, u }) => formulasOnSum(layer, u)),
  },
  'slope-wrong-unit': {
    contribution: {
      ...inPlace(
        (facts) =>
          nextSlopes(facts)
            .filter((f) => f !== facts.slope)
            .map((f) => num(f)),
        [
          {
            id: 'slope-gate-inverted',
            when: (facts) => {
              const other = otherSide(layerOf(facts), facts.u);
              return other !== undefined && !other.ignored && nextSlopes(facts).includes(other.slope);
            },
          },
        ],
      ),
      // Like paths, each of them can be typed with its operands; a far slip of the point cannot.
      rarity: 0.5,
    },
    slope: given(
      ({ situation, unit }) => {
        const slopes = situation.truth.slopes[unit.layer - 1] ?? [];
        return neighbours(slopes.length, unit.index)
          .filter((other) => slopes[other] !== slopes[unit.index])
          .map((other) => num(slopes[other]!));
      },
      [{ id: 'slope-gate-inverted', when: isOtherSideNear }],
    ),
  },
  'slope-wrong-function': {
    contribution: inPlace((facts) =>
      otherFunctions(layerOf(facts)).map((layer) => num(activationOf(layer).derivative(facts.u))),
    ),
    slope: given(({ layer, u }) =>
      otherFunctions(layer).map((other) => num(activationOf(other).derivative(u))),
    ),
  },
  'slope-twice': {
    contribution: inPlace(
      ({ slope }) => (slope === 1 ? [] : [product(num(slope!), num(slope!))]),
      [
        {
          id: 'loss-shortcut',
          when: (facts) => isOutput(facts) && facts.network.loss === 'binary-cross-entropy',
        },
      ],
    ),
  },
  'slope-gate-inverted': {
    contribution: inPlace((facts) => {
      const other = otherSide(layerOf(facts), facts.u);
      return other && !other.ignored ? [num(other.slope)] : [];
    }),
    slope: given((facts) => sidedAt(facts, false).map((f) => num(f))),
  },
});
