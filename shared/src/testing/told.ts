import { grade } from '../question/grade.ts';
import type { AcceptedValues, GradedPart } from '../question/gradedPart.ts';
import type { MistakeId } from '../question/question.ts';

/** Figures that tell two values apart, of numbers that are the same but for the last bits. */
const ALL_FIGURES = 15;

/** A number typed with all its figures. */
export const allFigures = (value: number): string => value.toPrecision(ALL_FIGURES);

/** A mistake as a player is told of it. */
export type Told = MistakeId | `${MistakeId} ${'same' | 'also'}`;

/** Mistakes named for an answer, in order; none for an answer that is not wrong. */
export function told(part: GradedPart, raw: string, own: AcceptedValues = {}): Told[] {
  const verdict = grade(part, raw, own);
  if (verdict.outcome !== 'wrong') return [];
  return verdict.mistakes.map(({ id, same, also }): Told => (same ? `${id} same` : also ? `${id} also` : id));
}
