import { isFinished, type PracticeLesson, type PracticeProgress } from '@relay/shared/lesson/practice';
import { useMemo, useState } from 'preact/hooks';
import { NO_RUN, pagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import { useGame } from '../game';
import { useKeptFocus } from '../keptFocus';
import type { Lead } from '../player/lead';
import { Round } from '../player/Round';
import { usePhaseSpoken } from '../player/usePhaseSpoken';
import { useTitle } from '../useTitle';
import { afterThis, type Course, goOnWith, openingOf, progressWith, startAnew } from './course';
import { LessonBar } from './LessonBar';
import { LessonEnd } from './LessonEnd';

/** One lesson: question after question, each a session of its own, until enough are done without a miss. */
export function Lesson({ lesson }: { readonly lesson: PracticeLesson }) {
  const [course, setCourse] = useState(() => goOnWith(lesson));
  useKeptFocus(`${course.seed}`);
  return isFinished(course.progress) ? (
    <LessonEnd course={course} onAgain={() => setCourse(startAnew(lesson))} />
  ) : (
    <Question
      key={course.seed}
      course={course}
      onThrough={(progress) => setCourse(afterThis(course, progress))}
    />
  );
}

interface QuestionProps {
  readonly course: Course;
  readonly onThrough: (progress: PracticeProgress) => void;
}

/** The player's round at the table in this browser, with nobody else there to lead it. */
function Question({ course, onThrough }: QuestionProps) {
  const { openLocalTable } = useGame();
  const table = useMemo(() => openLocalTable(openingOf(course)), [course, openLocalTable]);
  const state = table.state.value;
  const { view, mine } = state;
  const seat = mine?.seat ?? null;
  const phase = pagePhase(view, mine?.run ?? null);
  usePhaseSpoken(state);
  useKeptFocus(phase);
  useTitle(t('title.play', { unit: seat?.unit ?? '' }));

  const isRevealed = phase !== 'backward';
  const isOpen = !isRevealed && (view?.runs[mine?.run ?? NO_RUN]?.answered ?? 0) === 0;
  const after = progressWith(course, seat);
  const lead: Lead = {
    reveal: () => {
      // Pressed twice before it is drawn anew, it must not lead past the reveal.
      const { view: now, mine: me } = table.state.peek();
      if (pagePhase(now, me?.run ?? null) === 'backward') void table.send({ type: 'next' });
    },
    next: () => onThrough(after),
    nextWord: t(isFinished(after) ? 'practise.finish' : 'practise.next'),
  };
  return (
    <div class={`play play-${phase}`}>
      <LessonBar
        state={state}
        phase={phase}
        progress={isRevealed ? after : course.progress}
        onShow={isOpen ? lead.reveal : null}
      />
      <Round table={table} phase={phase} lead={lead} />
    </div>
  );
}
