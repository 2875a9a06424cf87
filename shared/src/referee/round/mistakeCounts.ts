import { addUpCounts, countOnce, idsMade, type MistakeCount } from '../../question/diagnosis/mistakesMade.ts';
import type { Run } from './run.ts';

/** Mistakes of a round, most frequent first. A player counts once for a mistake, even when repeating it. */
export function countMistakes(run: Run): MistakeCount[] {
  return addUpCounts(
    Object.values(run.answers).flatMap(({ verdicts }) => countOnce(Object.values(verdicts).flatMap(idsMade))),
  );
}
