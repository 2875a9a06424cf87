import { inseparableMistakes, separableMistakes } from './diagnosis/explainNumber.ts';
import { judgedParts } from './kinds.ts';
import type { MistakeId, Question } from './question.ts';
import type { Sliced } from '../slices.ts';
import { textOf } from '../textOf.ts';
import type { Situation } from './situation.ts';

/** Limit below which a truth is too small for a question. */
const MIN_TRUTH = 1e-6;
/** Number of qualities that are remembered; beyond it all are forgotten. */
const MOST_REMEMBERED = 20_000;

/** Quality of a question: how much a wrong answer to it tells. */
interface QuestionQuality {
  /** One of the numbers asked for is near 0. */
  readonly isTooSmall: boolean;
  /** Number of mistakes that can be told from a right answer, and from each other. */
  readonly separable: number;
  /** Mistakes that cannot be told from a right answer. */
  readonly inseparable: readonly MistakeId[];
}

const remembered = new Map<string, Map<string, QuestionQuality>>();
let count = 0;

/**
 * Quality of a question. It is computed once for equal numbers: the teams of a large class begin with one network and
 * are asked about a few samples, so that most of a thousand questions are the same.
 */
export function* qualityOf(situation: Situation, question: Question): Sliced<QuestionQuality> {
  const { network, sample, before, otherTargets } = situation;
  const ofNetwork = textOf(network);
  let qualities = remembered.get(ofNetwork);
  if (!qualities || count >= MOST_REMEMBERED) {
    if (count >= MOST_REMEMBERED) {
      remembered.clear();
      count = 0;
    }
    qualities = new Map();
    remembered.set(ofNetwork, qualities);
  }
  const key = `${JSON.stringify([question, otherTargets])} ${textOf(sample)} ${before ? textOf(before) : ''}`;
  const known = qualities.get(key);
  if (known) return known;
  const quality = yield* judge(situation, question);
  qualities.set(key, quality);
  count += 1;
  return quality;
}

function* judge(situation: Situation, question: Question): Sliced<QuestionQuality> {
  const separable = new Set<MistakeId>();
  const inseparable = new Set<MistakeId>();
  let isTooSmall = false;
  for (const part of judgedParts(situation, question)) {
    isTooSmall ||= Math.abs(part.truth) < MIN_TRUTH;
    for (const id of separableMistakes(part)) separable.add(id);
    for (const id of inseparableMistakes(part)) inseparable.add(id);
    yield;
  }
  return { isTooSmall, separable: separable.size, inseparable: [...inseparable] };
}
