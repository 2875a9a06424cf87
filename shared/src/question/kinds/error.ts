import { errorOf } from '../../maths/loss.ts';
import { outputLayer } from '../../maths/network.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import { writeError } from '../../receipt/writeBackward.ts';
import type { NumberPart } from '../gradedPart.ts';
import { type Interval, rounded, shownInterval } from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import { ERROR_CLASSES, ERROR_RULES } from '../mistakes/rules.ts';
import { unitPart } from '../part.ts';
import { placeId, valueAt } from '../places/place.ts';
import type { Situation } from '../situation.ts';
import { standalonePart } from './standalonePart.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly error: true;
  }
}

/** Values of ∂E/∂y_k that honest work can reach from the displayed output and target. */
function honest({ network, pass, sample }: Situation, index: number, truth: number): Interval {
  const y = pass.outputs.at(-1)!;
  if (network.layers.at(-1)!.activation === 'softmax') {
    const [low, high] = shownInterval(y[index]!);
    return rounded([low - sample.t[index]!, high - sample.t[index]!]);
  }
  const at = (y_k: number): number =>
    errorOf(
      network.loss,
      y.map((value, k) => (k === index ? y_k : value)),
      sample.t,
    )[index]!;
  const ends = [...shownInterval(y[index]!).map(at), truth];
  return rounded([Math.min(...ends), Math.max(...ends)]);
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
  const known = { rules: ERROR_RULES, classes: ERROR_CLASSES, facts };
  return standalonePart(truth, honest(situation, unit.index, truth), known);
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
