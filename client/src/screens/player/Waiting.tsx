import { t } from '../../strings/language';
import { Character } from '../parts/Character';

/** For who came in the middle of a round. */
export function Waiting() {
  return (
    <div class="waiting">
      <Character kind="hidden" class="waiting-figure" />
      <h1>{t('play.waiting.heading')}</h1>
      <p>{t('play.waiting.text')}</p>
    </div>
  );
}
