import { grade } from '../question/grade.ts';
import type { AcceptedValues, GradedPart } from '../question/gradedPart.ts';

/** What a bot hands in for a part: something wrong that a person could be tempted to, or what is right. */

/** As the numbers are shown to people. */
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
      // Who makes none of the known mistakes turns the sign or slips by a factor.
      return [...part.candidates().map(({ value }) => value), -part.truth, 2 * part.truth].map(written);
  }
}

/** Only what will certainly be graded wrong. */
export function wrongAnswers(part: GradedPart, accepted: AcceptedValues): string[] {
  return [...new Set(temptations(part))].filter((raw) => grade(part, raw, accepted).outcome === 'wrong');
}
