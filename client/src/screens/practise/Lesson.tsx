import { isFinished, type PracticeProgress } from '@relay/shared/lesson/practice';
import { useMemo, useState } from 'preact/hooks';
import { NO_RUN, pagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { Opening } from '../../table/localTable';
import { useGame } from '../game';
import { useKeptFocus } from '../keptFocus';
import type { Lead } from '../player/lead';
import { Round } from '../player/Round';
import { usePhaseSpoken } from '../player/usePhaseSpoken';
import { useTitle } from '../useTitle';
import {
  afterThis,
  another,
  type Course,
  goOnWith,
  type LessonName,
  openingOf,
  progressWith,
  startAnew,
} from './course';
import { LessonBar } from './LessonBar';
import { LessonEnd } from './LessonEnd';
import { NoQuestionPage } from './NoQuestionPage';
import { rightWorking } from './showHow';

/** One lesson: question after question, each a session of its own, until enough are done without a miss. */
export function Lesson({ lesson }: { readonly lesson: LessonName }) {
  const [course, setCourse] = useState(() => goOnWith(lesson));
  const isDone = isFinished(course.progress);
  const opening = useMemo(() => (isDone ? null : openingOf(course)), [course.seed, isDone]);
  useKeptFocus(`${course.seed}`);
  if (isDone) return <LessonEnd course={course} onAgain={() => setCourse(startAnew(lesson))} />;
  if (!opening) return <NoQuestionPage onAnother={() => setCourse(another(course))} />;
  return (
    <Question
      key={course.seed}
      course={course}
      opening={opening}
      onThrough={(progress) => setCourse(afterThis(course, progress))}
    />
  );
}

interface QuestionProps {
  readonly course: Course;
  readonly opening: Opening;
  readonly onThrough: (progress: PracticeProgress) => void;
}

/** The player's round at the table in this browser, with nobody else there to lead it. */
function Question({ course, opening, onThrough }: QuestionProps) {
  const { openLocalTable } = useGame();
  const table = useMemo(() => openLocalTable(opening), [opening, openLocalTable]);
  const state = table.state.value;
  const { view, mine } = state;
  const seat = mine?.seat ?? null;
  const phase = pagePhase(view, mine?.run ?? null);
  usePhaseSpoken(state);
  useKeptFocus(phase);
  useTitle(t('title.play', { unit: seat?.unit ?? '' }));

  const isRevealed = phase !== 'backward';
  const isOpen = !isRevealed && (view?.runs[mine?.run ?? NO_RUN]?.answered ?? 0) === 0;
  const hasTried = Object.values(seat?.answers ?? {}).some((answer) => (answer?.tries ?? 0) > 0);
  const after = progressWith(course, seat);
  const isMissed = after.missed > course.progress.missed;
  const lead: Lead = {
    reveal: () => {
      // Pressed twice before it is drawn anew, it must not lead past the reveal.
      const { view: now, mine: me } = table.state.peek();
      if (pagePhase(now, me?.run ?? null) === 'backward') void table.send({ type: 'next' });
    },
    next: () => onThrough(after),
    nextWord: t(isFinished(after) ? 'practise.finish' : isMissed ? 'practise.sameSkill' : 'practise.next'),
    helpBefore: course.helpBefore,
    rightWorking: (part) =>
      view && mine?.run && seat
        ? rightWorking(course.lesson, opening, { view, run: mine.run, seat }, part)
        : '',
  };
  return (
    <div class={`play play-${phase}`}>
      <LessonBar
        state={state}
        phase={phase}
        progress={isRevealed ? after : course.progress}
        onShow={isOpen && hasTried ? lead.reveal : null}
      />
      <Round table={table} phase={phase} lead={lead} />
    </div>
  );
}
