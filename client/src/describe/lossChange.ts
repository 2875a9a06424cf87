import type { RunView } from '@relay/shared/referee/view';
import { t } from '../strings/language';
import { roundsThatMoved } from '../picture/numbers/losses';
import { writtenFull } from '../picture/numbers/written';

/** Sentence with the first and the present loss of a run and its number of rounds. */
export function lossChangeWords(run: RunView): string {
  const { losses } = run;
  return t('play.ended.text', {
    first: writtenFull(losses[0]!),
    last: writtenFull(losses.at(-1)!),
    count: roundsThatMoved(run),
  });
}
