import { activationOf } from '../../maths/activation.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import { writeValve } from '../../receipt/writeForward.ts';
import type { NumberPart } from '../gradedPart.ts';
import { valueOf } from '../numbers/expression.ts';
import { hull, type Interval, mapInterval, type Rounding } from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import { SLOPE_RULES } from '../mistakes/rules.ts';
import { type Part, unitPart } from '../part.ts';
import type { Situation } from '../situation.ts';
import { slopeExpression, slopeInterval } from '../slopeFromOutput.ts';
import { standalonePart } from './standalonePart.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly valve: true;
  }
}

function valvePart(situation: Situation, unit: UnitRef): NumberPart {
  const { network, pass } = situation;
  const { layer, index } = unit;
  const u = pass.sums[layer - 1]![index]!;
  const own = network.layers[layer - 1]!;
  const { derivative } = activationOf(own);
  const truth = derivative(u);
  const a = pass.outputs[layer - 1]![index]!;
  const reach = (rounding: Rounding): Interval => {
    const { shown, written } = rounding;
    const fromOutput = slopeInterval(own.activation, shown(a), rounding);
    const fromSum = written(mapInterval(derivative, shown(u)));
    return fromOutput ? hull(fromSum, fromOutput) : fromSum;
  };
  const facts = { situation, unit, layer: own, u, a, slope: truth };
  const name = unitName(network, unit);
  return {
    ...standalonePart(truth, reach, { rules: SLOPE_RULES, facts }),
    carried: (found) => {
      const [ownSum, ownOutput] = [found[unitPart('u', name)], found[unitPart('a', name)]];
      const fromOutput = ownOutput === undefined ? undefined : slopeExpression(own.activation, ownOutput);
      return [
        ...(ownSum === undefined ? [] : [derivative(ownSum)]),
        ...(fromOutput ? [valueOf(fromOutput)] : []),
      ];
    },
  };
}

/** The valve question: the slope f′ at the pre-activation of one unit. */
export const valve: QuestionModule = {
  kind: 'valve',
  seatScope: 'all',
  way: 'local',
  partKinds: ['f'],
  // A softmax layer has no slope of one unit.
  subjects: (network, unit) =>
    unit.layer === 0 || network.layers[unit.layer - 1]!.activation === 'softmax'
      ? []
      : [{ unit, edge: null }],
  build: ({ network }, { unit }, { sample }) => ({
    kind: 'valve',
    unit,
    edge: null,
    sample,
    parts: [unitPart('f', unitName(network, unit))],
    given: null,
  }),
  truth: (situation, { unit }) => ({
    [unitPart('f', unitName(situation.network, unit))]: valvePart(situation, unit).truth,
  }),
  judgedBy: ({ parts }) => parts,
  part: (situation, { unit }, part: Part) => {
    if (part !== unitPart('f', unitName(situation.network, unit))) throw noSuchPart('valve', part);
    return valvePart(situation, unit);
  },
  writeReceipt: writeValve,
};
