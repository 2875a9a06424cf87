import type { PartView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { AlertIcon, CheckIcon } from '../parts/icons';

/** How it stands with the places, beside the question. */
export function PlacesNote({
  answer,
  taken,
}: {
  readonly answer: PartView | undefined;
  readonly taken: number;
}) {
  if (answer?.right) {
    return (
      <p class="places-note is-right">
        <CheckIcon />
        {t('play.part.places')} {t('play.points', { points: Math.round(answer.points) })}
      </p>
    );
  }
  if (answer && answer.tries > 0) {
    return (
      <p class="places-note is-wrong">
        <AlertIcon />
        {t('play.part.places')}:{' '}
        {answer.triesLeft === 0 ? t('play.noTries') : t('play.triesLeft', { count: answer.triesLeft })}
      </p>
    );
  }
  return (
    <p class="places-note">{taken === 0 ? t('play.askText') : t('play.placesTaken', { count: taken })}</p>
  );
}
