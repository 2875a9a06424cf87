import { OWN_NETWORK, PRACTICE_LESSONS, starsFor } from '@relay/shared/lesson/practice';
import { useEffect } from 'preact/hooks';
import { t } from '../../strings/language';
import { say } from '../announcer';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import type { LessonAttempt } from './lessonAttempt';
import { figureOf } from './figure';
import { Stars } from './Stars';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';
import styles from './LessonEnd.module.css';

/** End of a lesson: the stars earned. */
export function LessonEnd({
  course,
  onAgain,
}: {
  readonly course: LessonAttempt;
  readonly onAgain: () => void;
}) {
  useTitle(t('title.practise'));
  const { lesson, progress } = course;
  const stars = starsFor(progress);
  const onward = lesson === OWN_NETWORK ? undefined : PRACTICE_LESSONS[PRACTICE_LESSONS.indexOf(lesson) + 1];
  useEffect(() => {
    scrollTo({ top: 0 });
    say(`${t('practise.end.heading')} ${t('practise.stars', { stars })}`);
  }, []);
  return (
    <Shell>
      <div class={cx(pages.page, pages.pageCentred, styles.lessonEnd)}>
        <Character kind={figureOf(lesson)} mood="hop" class={pages.pageFigure} />
        <h1>{t('practise.end.heading')}</h1>
        <Stars stars={stars} />
        <p>{t(`practise.end.stars${stars}`)}</p>
        <div class={pages.stack}>
          {onward && (
            <Link to={`/practise#${onward}`} class={cx(shared.button, shared.buttonFirst)}>
              {t('practise.end.onward', { lesson: t(`practise.lessons.${onward}.name`) })}
            </Link>
          )}
          <button type="button" class={shared.button} onClick={onAgain}>
            {t('practise.end.again')}
          </button>
          <Link to="/practise" class={shared.button}>
            {t('practise.toLessons')}
          </Link>
        </div>
      </div>
    </Shell>
  );
}
