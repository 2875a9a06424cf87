import { PRACTICE_LESSONS } from '@relay/shared/lesson/practice';
import { useMemo } from 'preact/hooks';
import { t } from '../../strings/language';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import { forgetFinished, keptStars } from './course';
import { figureOf } from './figure';
import { Stars } from './Stars';

/** The lessons, one below the other, with what has been earned. */
export function LessonPath() {
  useTitle(t('title.practise'));
  useMemo(forgetFinished, []);
  return (
    <Shell>
      <div class="lessons">
        <h1>{t('practise.heading')}</h1>
        <p class="muted">{t('practise.text')}</p>
        <ol class="lesson-path" aria-label={t('practise.path')}>
          {PRACTICE_LESSONS.map((lesson) => (
            <li key={lesson}>
              <Link to={`/practise#${lesson}`} class="lesson-card" describedBy={`about-${lesson}`}>
                <Character kind={figureOf(lesson)} class="lesson-figure" />
                <span class="lesson-words">
                  <span class="lesson-name">{t(`practise.lessons.${lesson}.name`)}</span>
                  <span id={`about-${lesson}`}>{t(`practise.lessons.${lesson}.text`)}</span>
                </span>
                <Stars stars={keptStars(lesson)} />
              </Link>
            </li>
          ))}
        </ol>
      </div>
    </Shell>
  );
}
