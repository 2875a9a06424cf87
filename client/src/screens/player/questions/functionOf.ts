import { activate, activationOf } from '@relay/shared/maths/activation';
import { ACTIVATIONS, unitActivation } from '@relay/shared/maths/activations';
import { forward } from '@relay/shared/maths/forward';
import type { ActivationName, Layer } from '@relay/shared/maths/network';
import type { UnitRef } from '@relay/shared/maths/unit';
import type { RoundFacts } from '../../../view/roundFacts';

/** A function that a number can be put into by one press. */
export interface FunctionKey {
  readonly id: 'f' | 'slope' | 'other';
  /** Of which function it is, or the slope of which. */
  readonly activation: ActivationName;
  readonly of: (u: number) => number;
}

const layerOf = ({ network }: RoundFacts, unit: UnitRef): Layer => network.layers[unit.layer - 1]!;

/** f of the unit: the one thing that nobody has to compute by hand. */
export function fKey(facts: RoundFacts, unit: UnitRef): FunctionKey {
  const layer = layerOf(facts, unit);
  const { activation } = layer;
  if (unitActivation(activation)) return { id: 'f', activation, of: activationOf(layer).value };
  // It looks at the whole layer, whose other sums follow from what everyone sees.
  const { sums } = forward(facts.network, facts.sample.x);
  const of = (u: number): number => {
    const own = sums[unit.layer - 1]!.map((sum, index) => (index === unit.index ? u : sum));
    return activate(layer, own)[unit.index]!;
  };
  return { id: 'f', activation, of };
}

/** f among what it is mixed up with: its slope, another function. */
export function choiceOfKeys(facts: RoundFacts, unit: UnitRef): FunctionKey[] {
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
