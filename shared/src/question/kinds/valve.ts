import { activationOf } from '../../maths/activation.ts';
import type { Layer } from '../../maths/network.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import type { NumberPart } from '../gradedPart.ts';
import { exactly, hull, type Interval, minus, rounded, shown, through, times } from '../interval.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import { VALVE_CLASSES, VALVE_RULES } from '../mistakes/rules.ts';
import type { Part } from '../question.ts';
import type { Situation } from '../situation.ts';
import { lonePart } from './lonePart.ts';

/** f′ as the formulas that start from what comes out have it, with every step written down. */
function fromOutput({ activation }: Layer, a: number): Interval[] {
  const out = shown(a);
  if (activation === 'sigmoid') return [rounded(times(out, rounded(minus(exactly(1), out))))];
  if (activation === 'tanh') return [rounded(minus(exactly(1), rounded(times(out, out))))];
  return [];
}

function valvePart(situation: Situation, unit: UnitRef): NumberPart {
  const { network, pass } = situation;
  const { layer, index } = unit;
  const u = pass.sums[layer - 1]![index]!;
  const own = network.layers[layer - 1]!;
  const { derivative } = activationOf(own);
  const truth = derivative(u);
  const a = pass.outputs[layer - 1]![index]!;
  const honest = hull(rounded(through(derivative, shown(u))), ...fromOutput(own, a));
  const facts = { situation, unit, layer: own, u, a, slope: truth };
  return lonePart(truth, honest, { rules: VALVE_RULES, classes: VALVE_CLASSES, facts });
}

/** "One more drop in this belly: how much more comes out?" */
export const valve: QuestionModule = {
  kind: 'valve',
  reach: 'all',
  // A softmax layer has no valve of one unit.
  subjects: (network, unit) =>
    unit.layer === 0 || network.layers[unit.layer - 1]!.activation === 'softmax'
      ? []
      : [{ unit, edge: null }],
  build: ({ network }, { unit }, { sample }) => ({
    kind: 'valve',
    unit,
    edge: null,
    sample,
    parts: [`f:${unitName(network, unit)}`],
    given: null,
  }),
  truth: (situation, { unit }) => ({
    [`f:${unitName(situation.network, unit)}`]: valvePart(situation, unit).truth,
  }),
  judgedBy: ({ parts }) => parts,
  part: (situation, { unit }, part: Part) => {
    if (part !== `f:${unitName(situation.network, unit)}`) throw noSuchPart('valve', part);
    return valvePart(situation, unit);
  },
};
