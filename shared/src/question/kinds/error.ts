import { outputLayer } from '../../maths/network.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import { writeError } from '../../receipt/writeBackward.ts';
import type { NumberPart } from '../gradedPart.ts';
import { exactly, type Interval, minus, type Rounding, times } from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import { errorFactor } from '../mistakes/questionFacts.ts';
import { ERROR_RULES } from '../mistakes/rules.ts';
import { unitPart } from '../part.ts';
import { placeId, valueAt } from '../places/place.ts';
import type { Situation } from '../situation.ts';
import { standalonePart } from './standalonePart.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly error: true;
  }
}

/** Values of ∂E/∂y_k that the right working can reach from the displayed output and target. */
function reach({ network, pass, sample }: Situation, index: number, { shown, written }: Rounding): Interval {
  const y = shown(pass.outputs.at(-1)![index]!);
  const difference = written(minus(y, exactly(sample.t[index]!)));
  if (network.layers.at(-1)!.activation === 'softmax') return difference;
  const factor = errorFactor(network);
  if (factor !== null) return factor === 1 ? difference : written(times(exactly(factor), difference));
  const [low, high] = written(times(y, written(minus(exactly(1), y))));
  // So near 0 or 1, rounding leaves nothing to divide by.
  if (low <= 0) return difference;
  return written(times(difference, [1 / high, 1 / low]));
}

function errorPart(situation: Situation, unit: UnitRef): NumberPart {
  const { network, pass, sample } = situation;
  const truth = valueAt(network, pass, sample, placeId(network, { kind: 'error', unit }));
  const facts = {
    situation,
    unit,
    y: pass.outputs.at(-1)![unit.index]!,
    t: sample.t[unit.index]!,
    error: truth,
    slope: situation.truth.slopes.at(-1)?.[unit.index] ?? null,
  };
  const known = { rules: ERROR_RULES, facts };
  return standalonePart(truth, (rounding) => reach(situation, unit.index, rounding), known);
}

/** The error question: ∂E/∂y of one output. With softmax it is y − t, already δ. */
export const error: QuestionModule = {
  kind: 'error',
  seatScope: 'outputs',
  way: 'local',
  partKinds: ['e'],
  subjects: (network, unit) => (unit.layer === outputLayer(network) ? [{ unit, edge: null }] : []),
  build: ({ network }, { unit }, { sample }) => ({
    kind: 'error',
    unit,
    edge: null,
    sample,
    parts: [unitPart('e', unitName(network, unit))],
    given: null,
  }),
  truth: (situation, { unit }) => ({
    [unitPart('e', unitName(situation.network, unit))]: errorPart(situation, unit).truth,
  }),
  judgedBy: ({ parts }) => parts,
  part: (situation, { unit }, part) => {
    if (part !== unitPart('e', unitName(situation.network, unit))) throw noSuchPart('error', part);
    return errorPart(situation, unit);
  },
  writeReceipt: writeError,
};
