import { activationOf } from '../../maths/activation.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import { acceptedInterval } from '../accepted.ts';
import type { NumberPart } from '../gradedPart.ts';
import { rounded, shown, through } from '../interval.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import type { Part } from '../question.ts';
import type { Situation } from '../situation.ts';

function valvePart({ network, pass }: Situation, { layer, index }: UnitRef): NumberPart {
  const u = pass.sums[layer - 1]![index]!;
  const { derivative } = activationOf(network.layers[layer - 1]!);
  const truth = derivative(u);
  const honest = rounded(through(derivative, shown(u)));
  return {
    type: 'number',
    truth,
    honest,
    accepted: acceptedInterval(truth, honest),
    carried: () => undefined,
    candidates: () => [],
  };
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
