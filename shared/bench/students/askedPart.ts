import { questionModule } from '../../src/question/kinds.ts';
import type { GradedPart } from '../../src/question/gradedPart.ts';
import { type Part, partKind, type QuestionKind } from '../../src/question/question.ts';
import { type Asked, randomQuestion } from './asked.ts';
import type { Random } from './figures.ts';

/** A question with the part in which a mistake is made. */
export interface AskedPart {
  readonly asked: Asked;
  readonly part: Part;
  readonly graded: GradedPart;
  /** Asked as in a session, without a check of how many mistakes show. */
  readonly isUnchecked?: true;
}

/** Lists the parts of one kind in questions, for a mistake in each. */
export function askedPartsOf(questions: readonly Asked[], kind: string): AskedPart[] {
  return questions.flatMap((asked) =>
    asked.parts
      .filter(([part]) => partKind(part) === kind)
      .map(([part, graded]): AskedPart => ({ asked, part, graded })),
  );
}

/** Draws parts as a session asks them, without a check of how many mistakes show. */
export function* uncheckedParts(
  kind: QuestionKind,
  part: string,
  count: number,
  random: Random,
): Generator<AskedPart> {
  for (let i = 0; i < count; i++) {
    const asked = randomQuestion(
      kind,
      i % 5 === 0 && questionModule(kind).isHelped ? 'biases' : 'weights',
      random,
    );
    if (!asked) continue;
    for (const askedPart of askedPartsOf([asked], part)) yield { ...askedPart, isUnchecked: true };
  }
}
