import { isZero } from './accepted.ts';
import type { NumberPart } from './gradedPart.ts';
import { isInside } from './interval.ts';
import type { Mistake, MistakeId } from './question.ts';

/** How near an answer must come to a mistake's value to show it. */
const RECOGNISED = 0.01;

/** Half a unit in the last significant figure. 0 has no figures to speak of. */
function halfUnit(value: number, figures: number): number {
  if (value === 0) return 0;
  return 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - figures + 1);
}

/**
 * The mistakes that explain a wrong number, most telling first.
 *
 * @param value    what was read
 * @param figures  how many significant figures it was given with; null: exact
 */
export function explainNumber(part: NumberPart, value: number, figures: number | null): Mistake[] {
  if (isZero(part.truth)) return [];
  const near = (candidate: number): boolean => {
    if (isInside(candidate, part.accepted)) return false;
    const off = Math.abs(value - candidate);
    return off <= RECOGNISED * Math.abs(candidate) || (figures !== null && off <= halfUnit(value, figures));
  };
  const found = part.candidates().filter((candidate) => near(candidate.value));
  return found
    .filter((mistake, i) => found.findIndex(({ id }) => id === mistake.id) === i)
    .map(({ id, place }) => ({ id, place }));
}

/** Mistakes whose value would be taken for right: nobody can be told of them. */
export function inseparableMistakes(part: NumberPart): MistakeId[] {
  return idsOf(part, true);
}

/** Mistakes that show in this part, whatever else explains the same value. */
export function separableMistakes(part: NumberPart): MistakeId[] {
  const hidden = new Set(inseparableMistakes(part));
  return idsOf(part, false).filter((id) => !hidden.has(id));
}

function idsOf(part: NumberPart, isRight: boolean): MistakeId[] {
  const candidates = part.candidates().filter(({ value }) => isInside(value, part.accepted) === isRight);
  return [...new Set(candidates.map(({ id }) => id))];
}
