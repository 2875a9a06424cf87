import { CLEAN_TO_FINISH, type PracticeLesson } from '@relay/shared/lesson/practice';
import { t } from '../../strings/language';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { keptStars, attemptProgress } from './course';
import { figureOf } from './figure';
import { StarRow } from './Stars';

/** More about the lesson that is looked at on the path. A narrow page has no room for it, and no need. */
export function LessonDetails({ lesson }: { readonly lesson: PracticeLesson }) {
  const progress = attemptProgress(lesson);
  return (
    <aside class="lesson-details" aria-labelledby="lesson-details">
      <Character kind={figureOf(lesson)} mood="wave" class="sheet-figure" />
      <h2 id="lesson-details">{t(`practise.lessons.${lesson}.name`)}</h2>
      <p>{t(`practise.lessons.${lesson}.text`)}</p>
      <StarRow stars={keptStars(lesson)} />
      <p class="muted">{t('practise.underWay', { clean: progress?.clean ?? 0, all: CLEAN_TO_FINISH })}</p>
      <Link to={`/practise#${lesson}`} class="button button-first" describedBy="lesson-details">
        {t(progress ? 'practise.goOn' : 'practise.start')}
      </Link>
    </aside>
  );
}
