import { CLEAN_TO_FINISH, type PracticeLesson } from '@relay/shared/lesson/practice';
import { t } from '../../strings/language';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { keptStars, attemptProgress } from './lessonAttempt';
import { figureOf } from './figure';
import { StarRow } from './Stars';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';
import styles from './LessonDetails.module.css';

/** Details of the lesson that is focused on the path. Hidden on narrow pages. */
export function LessonDetails({ lesson }: { readonly lesson: PracticeLesson }) {
  const progress = attemptProgress(lesson);
  return (
    <aside class={styles.lessonDetails} aria-labelledby="lesson-details">
      <Character kind={figureOf(lesson)} mood="wave" class={pages.pageFigure} />
      <h2 id="lesson-details">{t(`practise.lessons.${lesson}.name`)}</h2>
      <p>{t(`practise.lessons.${lesson}.text`)}</p>
      <StarRow stars={keptStars(lesson)} />
      <p class="muted">{t('practise.underWay', { clean: progress?.clean ?? 0, all: CLEAN_TO_FINISH })}</p>
      <Link
        to={`/practise#${lesson}`}
        class={cx(shared.button, shared.buttonFirst)}
        describedBy="lesson-details"
      >
        {t(progress ? 'practise.goOn' : 'practise.start')}
      </Link>
    </aside>
  );
}
