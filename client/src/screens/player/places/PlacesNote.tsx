import type { PartInForm } from '@relay/shared/question/part';
import type { PartView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import { usePoints } from '../../points';
import { cx } from '../../../styles/cx';
import styles from './PlacesNote.module.css';

/** Status of the places, beside the question. */
export function PlacesNote({
  part,
  answer,
  taken,
}: {
  readonly part: PartInForm<'places'>;
  readonly answer: PartView | undefined;
  readonly taken: number;
}) {
  const hasPoints = usePoints();
  const name = t(`play.part.${part}`);
  if (answer?.right) {
    return (
      <p class={cx(styles.placesNote, styles.isRight)}>
        <CheckIcon />
        {name} {hasPoints && t('play.points', { points: Math.round(answer.points) })}
      </p>
    );
  }
  if (answer && answer.tries > 0) {
    return (
      <p class={cx(styles.placesNote, styles.isWrong)}>
        <AlertIcon />
        {name}:{' '}
        {answer.triesLeft === 0 ? t('play.noTries') : t('play.triesLeft', { count: answer.triesLeft })}
      </p>
    );
  }
  return (
    <p class={styles.placesNote}>
      {taken === 0 ? t('play.askText') : t('play.placesTaken', { count: taken })}
    </p>
  );
}
