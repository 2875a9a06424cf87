import type { FileStep } from '../referee/plan/planFile.ts';

/** Order in which a teacher can leave steps out when time is short; steps of types not named here always stay. */
const FIRST_TO_GO = ['talk', 'trial', 'vote', 'round', 'machine'] as const;

/**
 * Steps to leave out so that a plan fits the time: those that cost a class least, later ones first. The first round of
 * each kind, blank sheets, joining and podium stay.
 *
 * @param steps  steps of the plan in order
 * @param from   index of the first step that is still to come
 * @param minutes  minutes to be saved
 * @returns indices in order; what they save may still be less than `minutes`
 */
export function stepsToLeaveOut(
  steps: readonly FileStep[],
  from: number,
  minutes: number,
): readonly number[] {
  const kindOf = (step: FileStep): string =>
    step.type === 'round' ? `${step.type} ${step.style}` : step.type;
  const isRepeated = (step: FileStep, index: number): boolean =>
    steps.slice(0, index).some((earlier) => kindOf(earlier) === kindOf(step));
  const candidates = FIRST_TO_GO.flatMap((type) =>
    steps
      .flatMap((step, index) => {
        const mayGo = type !== 'round' || isRepeated(step, index);
        return step.type === type && index >= from && step.minutes > 0 && mayGo ? [index] : [];
      })
      .toReversed(),
  );
  const chosen: number[] = [];
  let saved = 0;
  for (const index of candidates) {
    if (saved >= minutes) break;
    chosen.push(index);
    saved += steps[index]!.minutes;
  }
  return chosen.toSorted((a, b) => a - b);
}
