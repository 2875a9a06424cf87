import { generateNetwork } from '@relay/shared/lesson/generate';
import {
  afterQuestion,
  firstHelp,
  isFinished,
  NO_PROGRESS,
  PRACTICE_LESSONS,
  type PracticeLesson,
  practiceSettings,
  type PracticeProgress,
  starsFor,
} from '@relay/shared/lesson/practice';
import { afterQuestion as helpAfter, type Help, helpAt } from '@relay/shared/question/help';
import { HELP_LEVELS } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import { drop, isObject, keep, keysWith, recall } from '../../table/keptTokens';
import { draftsOf, type Opening } from '../../table/localTable';

/** A way through a lesson: what has been done, and the question under way. Kept on the device, as the stars are. */
export interface Course {
  readonly lesson: PracticeLesson;
  /** Of the question under way. */
  readonly seed: number;
  readonly progress: PracticeProgress;
  /** How much is done for the player just now. */
  readonly help: Help;
}

const courseKey = (lesson: PracticeLesson): string => `relay/practise/course/${lesson}`;
const STARS = 'relay/practise/stars';

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

function isCourseOf(lesson: PracticeLesson): (value: unknown) => value is Course {
  return (value): value is Course =>
    isObject(value) &&
    value['lesson'] === lesson &&
    isCount(value['seed']) &&
    isObject(value['progress']) &&
    isCount(value['progress']['clean']) &&
    isCount(value['progress']['missed']) &&
    isHelp(value['help']);
}

const isHelp = (value: unknown): value is Help =>
  isObject(value) &&
  HELP_LEVELS.some((level) => level === value['level']) &&
  isCount(value['clean']) &&
  isCount(value['missed']);

const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

function kept(course: Course): Course {
  keep(courseKey(course.lesson), course);
  return course;
}

/** The course that was begun on this device, or a new one. */
export function goOnWith(lesson: PracticeLesson): Course {
  return recall(courseKey(lesson), isCourseOf(lesson)) ?? startAnew(lesson);
}

export function startAnew(lesson: PracticeLesson): Course {
  return kept({ lesson, seed: newSeed(), progress: NO_PROGRESS, help: helpAt(firstHelp(lesson)) });
}

/** The question is through; another one of the same skill comes, unless the lesson is done. */
export function afterThis(course: Course, progress: PracticeProgress): Course {
  for (const key of keysWith(draftsOf(idOf(course)))) drop(key);
  if (isFinished(progress)) keepStars(course.lesson, starsFor(progress));
  const help = helpAfter(course.help, progress.clean > course.progress.clean);
  return kept({ ...course, seed: newSeed(), progress, help });
}

/** Courses that are done have been looked at. */
export function forgetFinished(): void {
  for (const lesson of PRACTICE_LESSONS) {
    const course = recall(courseKey(lesson), isCourseOf(lesson));
    if (course && isFinished(course.progress)) drop(courseKey(lesson));
  }
}

const idOf = ({ lesson, seed }: Course): string => `practise-${lesson}-${seed}`;

/** The session of a course's question. The same course gives the same question, also after a reload. */
export function openingOf(course: Course): Opening {
  const { lesson, seed, help } = course;
  const { file } = generateNetwork(lesson, seed);
  return { id: idOf(course), seed, file, settings: practiceSettings(lesson, seed, help.level) };
}

/** How far the course is once this question counts: clean is every part right at the first try. */
export function progressWith({ progress }: Course, seat: PlayerView['seat']): PracticeProgress {
  const isClean = seat?.parts.every((part) => seat.answers[part]?.right && seat.answers[part].tries === 1);
  return afterQuestion(progress, isClean ?? false);
}

/** Stars of a lesson so far, 0–3. */
export function keptStars(lesson: PracticeLesson): number {
  const stars = recall(STARS, isObject)?.[lesson];
  return typeof stars === 'number' && isCount(stars) ? Math.min(3, stars) : 0;
}

/** The best of all courses stays. */
function keepStars(lesson: PracticeLesson, stars: number): void {
  const before = recall(STARS, isObject) ?? {};
  keep(STARS, { ...before, [lesson]: Math.max(stars, keptStars(lesson)) });
}
