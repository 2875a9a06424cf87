import { questionModule } from '../../src/question/kinds.ts';
import type { GradedPart } from '../../src/question/gradedPart.ts';
import { type Part, partKind, type QuestionKind } from '../../src/question/question.ts';
import { type Asked, inTheWild } from './asked.ts';
import type { Dice } from './figures.ts';

/** A question with the part in which a mistake is made. */
export interface Chance {
  readonly asked: Asked;
  readonly part: Part;
  readonly graded: GradedPart;
  /** Asked as in a session, without a check of how many mistakes show. */
  readonly isWild?: true;
}

/** Lists the parts of one kind in questions, for a mistake in each. */
export function chancesOf(questions: readonly Asked[], kind: string): Chance[] {
  return questions.flatMap((asked) =>
    asked.parts
      .filter(([part]) => partKind(part) === kind)
      .map(([part, graded]): Chance => ({ asked, part, graded })),
  );
}

/** Draws parts as a session asks them, without a check of how many mistakes show. */
export function* wildChances(kind: QuestionKind, part: string, count: number, dice: Dice): Generator<Chance> {
  for (let i = 0; i < count; i++) {
    const asked = inTheWild(kind, i % 5 === 0 && questionModule(kind).isHelped ? 'biases' : 'weights', dice);
    if (!asked) continue;
    for (const chance of chancesOf([asked], part)) yield { ...chance, isWild: true };
  }
}
