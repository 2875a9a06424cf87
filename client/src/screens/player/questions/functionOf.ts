import { activate, activationOf } from '@relay/shared/maths/activation';
import { ACTIVATIONS, unitActivation } from '@relay/shared/maths/activations';
import { forward } from '@relay/shared/maths/forward';
import type { ActivationName, Layer } from '@relay/shared/maths/network';
import type { UnitRef } from '@relay/shared/maths/unit';
import type { RoundFacts } from '../../../picture/roundFacts';

/** Function that one press applies to a number. */
export interface FunctionKey {
  readonly id: 'f' | 'slope' | 'other';
  /** Activation that the key applies or differentiates. */
  readonly activation: ActivationName;
  readonly of: (u: number) => number;
}

const layerOf = ({ network }: RoundFacts, unit: UnitRef): Layer => network.layers[unit.layer - 1]!;

/** Key for the unit's activation, which players need not compute by hand. */
export function fKey(facts: RoundFacts, unit: UnitRef): FunctionKey {
  const layer = layerOf(facts, unit);
  const { activation } = layer;
  if (unitActivation(activation)) return { id: 'f', activation, of: activationOf(layer).value };
  // Softmax needs the whole layer, whose other sums follow from what every player sees.
  const { sums } = forward(facts.network, facts.sample.x);
  const of = (u: number): number => {
    const own = sums[unit.layer - 1]!.map((sum, index) => (index === unit.index ? u : sum));
    return activate(layer, own)[unit.index]!;
  };
  return { id: 'f', activation, of };
}

/** Keys for the activation and functions it is confused with: its slope, another activation. */
export function functionChoices(facts: RoundFacts, unit: UnitRef): FunctionKey[] {
  const layer = layerOf(facts, unit);
  const { activation } = layer;
  const other: ActivationName = ACTIVATIONS[activation].keyBeside;
  const slope: FunctionKey[] = unitActivation(activation)
    ? [{ id: 'slope', activation, of: activationOf(layer).derivative }]
    : [];
  return [
    fKey(facts, unit),
    ...slope,
    { id: 'other', activation: other, of: activationOf({ units: 1, activation: other }).value },
  ];
}
