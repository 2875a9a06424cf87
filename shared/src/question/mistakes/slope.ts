import { activationOf } from '../../maths/activation.ts';
import { UNIT_ACTIVATION_NAMES, unitActivation } from '../../maths/activations.ts';
import type { Layer } from '../../maths/network.ts';
import { type Expression, num, product, sum, valueOf } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import { slopeExpression } from '../slopeFromOutput.ts';
import { layerOf, nextSlopes, same } from './questionFacts.ts';
import type { SlopeFacts } from './partFacts.ts';
import { family, type Occurrence, type Occurrences } from './entry.ts';
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

/** Slopes of other units that are taken by mistake: those of the next layer, and of the same. */
function otherSlopes({ situation, edge, slope, ...facts }: Facts): number[] {
  const own = situation.truth.slopes[edge.layer - 1] ?? [];
  const beside = neighbours(own.length, edge.to).map((other) => own[other]!);
  const next = nextSlopes({ situation, edge, slope, ...facts });
  return [...new Set([...next, ...beside])].filter((other) => other !== slope);
}

/** Pieces of a formula for f′ in terms of the output, and formulas near it; `right` left out by the caller. */
function formulasNear(a: number): Expression[] {
  const rest = sum(num(1), num(-a));
  return [
    num(1 - a, rest),
    sum(num(1), num(-a * a, product(num(-1), num(a), num(a)))),
    product(num(a), num(1 - a, rest)),
    sum(num(1), num(-2 * a, product(num(-2), num(a)))),
    product(num(a), num(a)),
  ];
}

/** Formulas that are taken for that of f′ where f′ has one in terms of the output. */
function wrongFormulas(layer: Layer, slope: number, a: number): Expression[] {
  if (!slopeExpression(layer.activation, a)) return [];
  return formulasNear(a).filter((formula) => !same(valueOf(formula), slope));
}

/** A set of three with another term in place of f′, where there is an f′. */
const inPlace = (others: (facts: Facts) => readonly (Expression | null)[]): Occurrences['contribution'] => ({
  workings: (facts) => (facts.slope === null ? [] : others(facts).map((slope): Working => ({ slope }))),
  place: ownValve,
});

/** Workings with another term in place of f′ itself. */
const given = (workings: Occurrence<SlopeFacts>['workings']): Occurrence<SlopeFacts> => ({
  workings,
  place: valveOf,
});

/** f′ of the other side of the gate, where the own side is shut (or, by `isShut`, open). */
function sidedAt({ layer, u }: SlopeFacts, isShut: boolean): number[] {
  const other = otherSide(layer, u);
  return other?.ignored === isShut ? [other.slope] : [];
}

/** Mistakes in the slope. */
export const SLOPE = family(10, {
  'slope-gate-ignored': {
    // Behind a gate that lets everything through, the other side's f′ of 1 is no f′ at all.
    contribution: inPlace((facts) => {
      const other = otherSide(layerOf(facts), facts.u);
      return other?.ignored ? [other.slope === 1 ? null : num(other.slope)] : [];
    }),
    slope: given((facts) => sidedAt(facts, true).map((f) => num(f))),
  },
  'slope-missing': {
    contribution: inPlace(() => [null]),
    slope: given(({ slope }) => (slope === 1 ? [] : [num(1)])),
  },
  'slope-activation': {
    contribution: inPlace(({ a }) => [num(a)]),
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
  'slope-half-formula': {
    contribution: {
      ...inPlace((facts) => wrongFormulas(layerOf(facts), facts.slope!, facts.a)),
      rarity: 2,
    },
    slope: given(({ layer, slope, a }) => wrongFormulas(layer, slope, a)),
  },
  'slope-wrong-unit': {
    contribution: {
      ...inPlace((facts) => otherSlopes(facts).map((f) => num(f))),
      // Like paths, each of them can be typed with its operands; a far slip of the point cannot.
      rarity: 0.5,
    },
    slope: given(({ situation, unit }) => {
      const slopes = situation.truth.slopes[unit.layer - 1] ?? [];
      return neighbours(slopes.length, unit.index)
        .filter((other) => slopes[other] !== slopes[unit.index])
        .map((other) => num(slopes[other]!));
    }),
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
    contribution: inPlace(({ slope }) => (slope === 1 ? [] : [product(num(slope!), num(slope!))])),
  },
  'slope-gate-inverted': {
    contribution: inPlace((facts) => {
      const other = otherSide(layerOf(facts), facts.u);
      return other && !other.ignored ? [num(other.slope)] : [];
    }),
    slope: given((facts) => sidedAt(facts, false).map((f) => num(f))),
  },
});
