import { questionModule } from '../../src/question/kinds.ts';
import type { GradedPart } from '../../src/question/gradedPart.ts';
import { type Part, partKind, type QuestionKind } from '../../src/question/question.ts';
import { type Asked, inTheWild } from './asked.ts';
import type { Dice } from './figures.ts';

/** What was asked, and which part of it the mistake is made in. */
export interface Chance {
  readonly asked: Asked;
  readonly part: Part;
  readonly graded: GradedPart;
  /** Asked as in a session, whatever it can tell apart. */
  readonly isWild?: true;
}

/** A mistake can be made in every part of this kind. */
export function chancesOf(questions: readonly Asked[], kind: string): Chance[] {
  return questions.flatMap((asked) =>
    asked.parts
      .filter(([part]) => partKind(part) === kind)
      .map(([part, graded]): Chance => ({ asked, part, graded })),
  );
}

/** Questions as a session asks them, whatever they can tell apart. */
export function* wildChances(kind: QuestionKind, part: string, count: number, dice: Dice): Generator<Chance> {
  for (let i = 0; i < count; i++) {
    const asked = inTheWild(kind, i % 5 === 0 && questionModule(kind).isHelped ? 'biases' : 'weights', dice);
    if (!asked) continue;
    for (const chance of chancesOf([asked], part)) yield { ...chance, isWild: true };
  }
}
