import { isFinished, type PracticeProgress } from '@relay/shared/lesson/practice';
import { useMemo, useState } from 'preact/hooks';
import { pagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import { type LocalSessionOptions, localTable } from '../../table/localTable';
import type { Table, TableState } from '../../table/table';
import { hasTried } from '../../picture/answers';
import { currentRun } from '../../picture/session';
import { useKeptFocus } from '../keptFocus';
import type { RoundControl } from '../player/roundControl';
import { Round } from '../player/Round';
import { usePhaseSpoken } from '../player/usePhaseSpoken';
import { useTitle } from '../useTitle';
import {
  nextQuestion,
  redrawQuestion,
  type LessonAttempt,
  resumeAttempt,
  type LessonName,
  openingOf,
  progressWith,
  startAttempt,
} from './lessonAttempt';
import { LessonBar } from './LessonBar';
import { LessonEnd } from './LessonEnd';
import { NoQuestionPage } from './NoQuestionPage';
import { rightWorking } from './showHow';
import playStyles from '../player/Play.module.css';

/** One lesson: question after question, each a session of its own, until enough are answered without a miss. */
export function Lesson({ lesson }: { readonly lesson: LessonName }) {
  const [course, setCourse] = useState(() => resumeAttempt(lesson));
  const isDone = isFinished(course.progress);
  const opening = useMemo(() => (isDone ? null : openingOf(course)), [course.seed, isDone]);
  useKeptFocus(`${course.seed}`);
  if (isDone) return <LessonEnd course={course} onAgain={() => setCourse(startAttempt(lesson))} />;
  if (!opening) return <NoQuestionPage onAnother={() => setCourse(redrawQuestion(course))} />;
  return (
    <Question
      key={course.seed}
      course={course}
      opening={opening}
      onThrough={(progress) => setCourse(nextQuestion(course, progress))}
    />
  );
}

interface QuestionProps {
  readonly course: LessonAttempt;
  readonly opening: LocalSessionOptions;
  readonly onThrough: (progress: PracticeProgress) => void;
}

/** Reveals the answers. A second press before the page is drawn anew must not skip the reveal. */
function closeAnswering(table: Table): void {
  const { view, mine } = table.state.peek();
  if (pagePhase(view, mine?.run ?? null) === 'backward') void table.send({ type: 'next' });
}

/** Label of the button that leads on from a question. */
function nextWord(before: PracticeProgress, after: PracticeProgress): string {
  if (isFinished(after)) return t('practise.finish');
  return t(after.missed > before.missed ? 'practise.sameSkill' : 'practise.next');
}

/** Tells if a question has been tried and is still open. */
const isUnderWay = (state: TableState): boolean =>
  (currentRun(state)?.answered ?? 0) === 0 && hasTried(state.mine?.seat ?? null);

/** Player's round at a table in this browser, without a host. */
function Question({ course, opening, onThrough }: QuestionProps) {
  const table = useMemo(() => localTable(opening), [opening]);
  const state = table.state.value;
  const { view, mine } = state;
  const seat = mine?.seat ?? null;
  const phase = pagePhase(view, mine?.run ?? null);
  usePhaseSpoken(state);
  useKeptFocus(phase);
  useTitle(t('title.play', { unit: seat?.unit ?? '' }));

  const isRevealed = phase !== 'backward';
  const after = progressWith(course, seat);
  const lead: RoundControl = {
    reveal: () => closeAnswering(table),
    next: () => onThrough(after),
    nextWord: nextWord(course.progress, after),
    helpBefore: course.helpBefore,
    rightWorking: (part) =>
      view && mine?.run && seat
        ? rightWorking(course.lesson, opening, { view, run: mine.run, seat }, part)
        : '',
  };
  return (
    <div class={playStyles.play} data-phase={phase}>
      <LessonBar
        state={state}
        phase={phase}
        progress={isRevealed ? after : course.progress}
        onShow={!isRevealed && isUnderWay(state) ? lead.reveal : null}
      />
      <Round table={table} phase={phase} lead={lead} />
    </div>
  );
}
