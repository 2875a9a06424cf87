import type { GradedPart, NumberPart } from './gradedPart.ts';
import type { QuestionModule } from './kind.ts';
import { blank } from './kinds/blank.ts';
import { contribution } from './kinds/contribution.ts';
import { debug } from './kinds/debug.ts';
import { error } from './kinds/error.ts';
import { belly, forwardQuestion, output, wholeForward } from './kinds/forward.ts';
import { nudge } from './kinds/nudge.ts';
import { update } from './kinds/update.ts';
import { valve } from './kinds/valve.ts';
import type { Network } from '../maths/network.ts';
import type { PlaceId } from './places/placeId.ts';
import type { Part, Question, QuestionKind } from './question.ts';
import type { Situation } from './situation.ts';

/** Modules of the question kinds, in the order in which they are learnt. */
const MODULES: Readonly<Record<QuestionKind, QuestionModule>> = {
  belly,
  output,
  forward: forwardQuestion,
  wholeForward,
  valve,
  error,
  contribution,
  update,
  blank,
  debug,
  nudge,
};

export const QUESTION_KINDS = Object.keys(MODULES) as readonly QuestionKind[];

export function questionModule(kind: QuestionKind): QuestionModule {
  return MODULES[kind];
}

/**
 * Builds a part of a question, for grading and diagnosis.
 *
 * @throws {RangeError} the question has no such part
 */
export function gradedPart(situation: Situation, question: Question, part: Part): GradedPart {
  return MODULES[question.kind].part(situation, question, part);
}

/** Places to look at for a part of a question; undefined where no place can be given. */
export function hintFor(network: Network, question: Question, part: Part): readonly PlaceId[] | undefined {
  return MODULES[question.kind].hint?.(network, question, part);
}

/** Number parts by which the quality of a question is measured. */
export function judgedParts(situation: Situation, question: Question): NumberPart[] {
  return MODULES[question.kind]
    .judgedBy(question)
    .map((part) => gradedPart(situation, question, part))
    .filter((part) => part.type === 'number');
}
