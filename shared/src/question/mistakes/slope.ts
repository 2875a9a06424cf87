import { activationOf } from '../../maths/activation.ts';
import type { ActivationName, Layer } from '../../maths/network.ts';
import { type Expression, negative, num, product, sum } from '../expression.ts';
import type { Facts } from '../facts.ts';
import type { ContributionRule, Working } from './working.ts';
import { ownValve } from './places.ts';

/** u(1 − u), or 1 − u²: the formula that wants what comes out, given what is in the belly. */
export function formulaOnSum({ activation }: Layer, u: number): Expression | undefined {
  if (activation === 'sigmoid') return product(num(u), sum(num(1), num(-u)));
  if (activation === 'tanh') return sum(num(1), negative(product(num(u), num(u))));
  return undefined;
}

/** The curves that are taken for one another. A straight line in place of one is f′ left out. */
const CURVES: readonly ActivationName[] = ['sigmoid', 'tanh'];
const GATES: readonly ActivationName[] = ['relu', 'leaky-relu'];

const STRAIGHT: readonly ActivationName[] = ['identity', ...GATES];

/** Whether f′ depends on where it is looked at: of straight lines it is the same at the sum and at the output. */
export const isCurved = ({ activation }: Layer): boolean =>
  activation !== 'softmax' && !STRAIGHT.includes(activation);

/** The functions that a layer's own can be taken for. */
export function otherFunctions({ activation }: Layer): Layer[] {
  return CURVES.filter((name) => name !== activation).map((name) => ({ units: 1, activation: name }));
}

/** f′ of the other side of a gate; undefined where the layer has none. */
export function otherSide(
  layer: Layer,
  u: number,
): { readonly ignored: boolean; readonly slope: number } | undefined {
  if (!GATES.includes(layer.activation)) return undefined;
  return { ignored: u <= 0, slope: activationOf(layer).derivative(u > 0 ? -1 : 1) };
}

const layerOf = ({ network, edge }: Facts): Layer => network.layers[edge.layer - 1]!;

/** Workings with something else in place of f′, where there is an f′. */
const inPlace =
  (others: (facts: Facts) => readonly (Expression | null)[]): ContributionRule['workings'] =>
  (facts) =>
    facts.slope === null ? [] : others(facts).map((slope): Working => ({ slope }));

/** What goes wrong with the valve. */
export const SLOPE: readonly ContributionRule[] = [
  {
    id: 'slope-gate-ignored',
    workings: inPlace((facts) => (otherSide(layerOf(facts), facts.u)?.ignored ? [null] : [])),
    place: ownValve,
  },
  { id: 'slope-missing', workings: inPlace(() => [null]), place: ownValve },
  { id: 'slope-activation', workings: inPlace(({ a }) => [num(a)]), place: ownValve },
  {
    id: 'slope-of-output',
    workings: inPlace((facts) => (isCurved(layerOf(facts)) ? [num(facts.slopeOfOutput!)] : [])),
    place: ownValve,
  },
  {
    id: 'slope-formula-on-sum',
    workings: inPlace((facts) => {
      const formula = formulaOnSum(layerOf(facts), facts.u);
      return formula ? [formula] : [];
    }),
    place: ownValve,
  },
  {
    id: 'slope-wrong-unit',
    // Like paths, each of them can be typed with its operands; a far slip of the point cannot.
    rarity: 0.5,
    workings: inPlace(({ situation, edge, slope }) =>
      (situation.truth.slopes[edge.layer] ?? []).filter((f) => f !== slope).map((f) => num(f)),
    ),
    place: ownValve,
  },
  {
    id: 'slope-wrong-function',
    workings: inPlace((facts) =>
      otherFunctions(layerOf(facts)).map((layer) => num(activationOf(layer).derivative(facts.u))),
    ),
    place: ownValve,
  },
  {
    id: 'slope-twice',
    workings: inPlace(({ slope }) => (slope === 1 ? [] : [product(num(slope!), num(slope!))])),
    place: ownValve,
  },
  {
    id: 'slope-gate-inverted',
    workings: inPlace((facts) => {
      const other = otherSide(layerOf(facts), facts.u);
      return other && !other.ignored ? [num(other.slope)] : [];
    }),
    place: ownValve,
  },
];
