import {
  CLEAN_TO_FINISH,
  PRACTICE_CHAPTERS,
  PRACTICE_LESSONS,
  type PracticeLesson,
} from '@relay/shared/lesson/practice';
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import { dropFinishedAttempts, keptStars, attemptProgress } from './lessonAttempt';
import { figureOf } from './figure';
import { LessonDetails } from './LessonDetails';
import { OwnNetwork } from './OwnNetwork';
import { Stars } from './Stars';
import { cx } from '../../styles/cx';
import styles from './LessonPath.module.css';

const CHAPTERS = Object.entries(PRACTICE_CHAPTERS) as [
  keyof typeof PRACTICE_CHAPTERS,
  readonly PracticeLesson[],
][];

/** Lesson to take next: the one under way, else the first without stars; where all are done, one that lacks stars. */
function suggestedLesson(): PracticeLesson {
  const find = (fits: (lesson: PracticeLesson) => boolean) => PRACTICE_LESSONS.find(fits);
  return (
    find((lesson) => (attemptProgress(lesson)?.clean ?? 0) > 0) ??
    find((lesson) => keptStars(lesson) === 0) ??
    find((lesson) => keptStars(lesson) < 3) ??
    'blank'
  );
}

/** Lessons in their chapters, one below the other; beside them, where there is room, details of one. */
export function LessonPath() {
  useTitle(t('title.practise'));
  useMemo(dropFinishedAttempts, []);
  const suggested = useMemo(suggestedLesson, []);
  const [looked, look] = useState<PracticeLesson>(suggested);
  return (
    <Shell>
      <div class={styles.practiceMap}>
        <div class={styles.lessons}>
          <h1>{t('practise.heading')}</h1>
          <p class="muted">{t('practise.text')}</p>
          {CHAPTERS.map(([chapter, lessons]) => (
            <section key={chapter} class={styles.chapter} aria-labelledby={`chapter-${chapter}`}>
              <h2 id={`chapter-${chapter}`}>{t(`practise.chapters.${chapter}`)}</h2>
              <ol class={styles.lessonPath}>
                {lessons.map((lesson) => (
                  <li
                    key={lesson}
                    class={cx(lesson === looked && styles.isLookedAt)}
                    onPointerEnter={() => look(lesson)}
                    onFocusIn={() => look(lesson)}
                  >
                    <LessonLink lesson={lesson} isSuggested={lesson === suggested} />
                  </li>
                ))}
              </ol>
            </section>
          ))}
          <OwnNetwork />
        </div>
        <LessonDetails lesson={looked} />
      </div>
    </Shell>
  );
}

interface LessonLinkProps {
  readonly lesson: PracticeLesson;
  readonly isSuggested: boolean;
}

function LessonLink({ lesson, isSuggested }: LessonLinkProps) {
  const progress = attemptProgress(lesson);
  return (
    <Link to={`/practise#${lesson}`} class={styles.lessonCard} describedBy={`about-${lesson}`}>
      <Character kind={figureOf(lesson)} class={styles.lessonFigure} mood={isSuggested ? 'wave' : 'idle'} />
      <span class={styles.lessonWords}>
        {isSuggested && <span class={styles.lessonNext}>{t('practise.suggested')}</span>}
        <span class={styles.lessonName}>{t(`practise.lessons.${lesson}.name`)}</span>
        <span id={`about-${lesson}`} class={styles.lessonAbout}>
          {t(`practise.lessons.${lesson}.text`)}
        </span>
        {progress && progress.clean > 0 && (
          <span class="muted">{t('practise.underWay', { clean: progress.clean, all: CLEAN_TO_FINISH })}</span>
        )}
      </span>
      <Stars stars={keptStars(lesson)} />
    </Link>
  );
}
