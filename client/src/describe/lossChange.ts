import type { RunView } from '@relay/shared/referee/view';
import { t } from '../strings/language';
import { roundsThatMoved } from '../picture/numbers/losses';
import { writtenLoss } from '../picture/numbers/written';

/** Sentence with the first and the present loss of a run and its number of rounds. */
export function lossChangeWords(run: RunView): string {
  const { losses } = run;
  return t('play.ended.text', {
    first: writtenLoss(losses[0]!),
    last: writtenLoss(losses.at(-1)!),
    count: roundsThatMoved(run),
  });
}
