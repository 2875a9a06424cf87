import { grade } from '../question/grade.ts';
import type { AcceptedValues, GradedPart } from '../question/gradedPart.ts';

/** Answers that a bot submits for a part: a tempting wrong one, or the right one. */

/** Significant digits, as numbers are shown to players. */
const FIGURES = 4;

const written = (value: number): string => value.toPrecision(FIGURES);

export function rightAnswer(part: GradedPart): string {
  switch (part.type) {
    case 'places':
      return part.truth.join(' ');
    case 'choice':
      return part.truth;
    case 'number':
      return written(part.truth);
  }
}

function temptations(part: GradedPart): string[] {
  switch (part.type) {
    case 'places':
      return part.truth.map((left) => part.truth.filter((place) => place !== left).join(' '));
    case 'choice':
      return [...part.options];
    case 'number':
      // Without a known mistake the bot turns the sign or slips by a factor.
      return [...part.candidates().map(({ value }) => value), -part.truth, 2 * part.truth].map(written);
  }
}

/** Answers that are certainly graded wrong. */
export function wrongAnswers(part: GradedPart, accepted: AcceptedValues): string[] {
  return [...new Set(temptations(part))].filter((raw) => grade(part, raw, accepted).outcome === 'wrong');
}
