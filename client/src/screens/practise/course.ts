import type { Numbers } from '@relay/shared/network/drawNetwork';
import { generateNetwork, NoQuestion } from '@relay/shared/lesson/generate';
import { ownTurn } from '@relay/shared/lesson/ownNetwork';
import {
  afterQuestion,
  firstHelp,
  isFinished,
  NO_PROGRESS,
  OWN_NETWORK,
  PRACTICE_LESSONS,
  type PracticeLesson,
  practiceSettings,
  type PracticeProgress,
  starsFor,
} from '@relay/shared/lesson/practice';
import { afterQuestion as helpAfter, type Help, helpAt } from '@relay/shared/question/help';
import { HELP_LEVELS, type HelpLevel } from '@relay/shared/question/question';
import { isClean } from '@relay/shared/referee/round/progress';
import type { PlayerView } from '@relay/shared/referee/view';
import { drop, isObject, keep, keysWith, recall } from '../../table/keptTokens';
import { draftsOf, type LocalSessionOptions } from '../../table/localTable';
import { keepNetwork, keptNetwork, takeTurn } from './ownNetwork';

export type LessonName = PracticeLesson | typeof OWN_NETWORK;

/** A way through a lesson: what has been done, and the question under way. Kept on the device, as the stars are. */
export interface LessonAttempt {
  readonly lesson: LessonName;
  /** Of the question under way. */
  readonly seed: number;
  readonly progress: PracticeProgress;
  /** How much is done for the player just now. */
  readonly help: Help;
  /** How much it was in the question before; null in the first. */
  readonly helpBefore: HelpLevel | null;
  /** The own network's questions are numbered; 0 elsewhere. */
  readonly turn: number;
  /** Networks drawn in vain before the one of this question; null where nothing good was drawn at all. */
  readonly redraws: number | null;
}

const courseKey = (lesson: LessonName): string => `relay/practise/course/${lesson}`;
const STARS = 'relay/practise/stars';

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isLevel = (value: unknown): value is HelpLevel => HELP_LEVELS.some((level) => level === value);
const isHelp = (value: unknown): value is Help =>
  isObject(value) && isLevel(value['level']) && isCount(value['clean']) && isCount(value['missed']);

function isCourseOf(lesson: LessonName): (value: unknown) => value is LessonAttempt {
  return (value): value is LessonAttempt =>
    isObject(value) &&
    value['lesson'] === lesson &&
    isCount(value['seed']) &&
    isObject(value['progress']) &&
    isCount(value['progress']['clean']) &&
    isCount(value['progress']['missed']) &&
    isHelp(value['help']) &&
    (value['helpBefore'] === null || isLevel(value['helpBefore'])) &&
    isCount(value['turn']) &&
    (value['redraws'] === null || isCount(value['redraws']));
}

const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

/** The first question is easy to reckon with, the second perhaps; then numbers are as training leaves them. */
function numbersOf({ seed, progress }: Pick<LessonAttempt, 'seed' | 'progress'>): Numbers {
  const done = progress.clean + progress.missed;
  if (done === 0) return 'friendly';
  return done > 1 || seed % 2 === 1 ? 'real' : 'friendly';
}

/** Draws the question of a course; null where nothing good comes of it. */
function draw(course: Omit<LessonAttempt, 'redraws'>, generate: typeof generateNetwork) {
  const { lesson, seed, turn } = course;
  if (lesson === OWN_NETWORK) {
    const file = keptNetwork();
    return file && { ...ownTurn(file, turn, seed), redraws: 0 };
  }
  try {
    return generate(lesson, seed, numbersOf(course));
  } catch (error) {
    if (error instanceof NoQuestion) return null;
    throw error;
  }
}

function kept(
  course: Omit<LessonAttempt, 'seed' | 'turn' | 'redraws'>,
  generate: typeof generateNetwork,
): LessonAttempt {
  const { lesson, progress, help, helpBefore } = course;
  const turn = lesson === OWN_NETWORK ? takeTurn() : 0;
  const fresh = { lesson, seed: newSeed(), progress, help, helpBefore, turn };
  const drawn: LessonAttempt = { ...fresh, redraws: draw(fresh, generate)?.redraws ?? null };
  keep(courseKey(lesson), drawn);
  return drawn;
}

/** The course that was begun on this device, or a new one. */
export function resumeAttempt(lesson: LessonName): LessonAttempt {
  return recall(courseKey(lesson), isCourseOf(lesson)) ?? startAttempt(lesson);
}

/** @param generate  draws the networks; given in tests */
export function startAttempt(lesson: LessonName, generate = generateNetwork): LessonAttempt {
  return kept({ lesson, progress: NO_PROGRESS, help: helpAt(firstHelp(lesson)), helpBefore: null }, generate);
}

/** The question is through; another one of the same skill comes, unless the lesson is done. */
export function nextQuestion(course: LessonAttempt, progress: PracticeProgress): LessonAttempt {
  for (const key of keysWith(draftsOf(idOf(course)))) drop(key);
  if (isFinished(progress)) keepStars(course.lesson, starsFor(progress));
  const help = helpAfter(course.help, progress.clean > course.progress.clean);
  return kept({ ...course, progress, help, helpBefore: course.help.level }, generateNetwork);
}

/** Another question in the place of one that could not be drawn; nothing counts. */
export const redrawQuestion = (course: LessonAttempt): LessonAttempt => kept(course, generateNetwork);

/** Questions on this network from now on. */
export function startOwnNetwork(file: Parameters<typeof keepNetwork>[0]): void {
  keepNetwork(file);
  drop(courseKey(OWN_NETWORK));
}

/** Courses that are done have been looked at. */
export function dropFinishedAttempts(): void {
  for (const lesson of [...PRACTICE_LESSONS, OWN_NETWORK] as const) {
    const course = recall(courseKey(lesson), isCourseOf(lesson));
    if (course && isFinished(course.progress)) drop(courseKey(lesson));
  }
}

/** How far a lesson has come that is under way; null where none is. */
export function attemptProgress(lesson: LessonName): PracticeProgress | null {
  return recall(courseKey(lesson), isCourseOf(lesson))?.progress ?? null;
}

const idOf = ({ lesson, seed }: LessonAttempt): string => `practise-${lesson}-${seed}`;

/**
 * The session of a course's question. The same course gives the same question, also after a reload; null where none
 * could be drawn.
 */
export function openingOf(course: LessonAttempt): LocalSessionOptions | null {
  const drawn = course.redraws === null ? null : draw(course, generateNetwork);
  if (!drawn) return null;
  const { file, seed } = drawn;
  return { id: idOf(course), seed, file, settings: practiceSettings(course.lesson, seed, course.help.level) };
}

/**
 * How far the course is once this question counts: clean is every part right at the first try, and alone. A lesson is
 * done when somebody finds the places without being told, so a hint costs what a miss does: the same skill comes once
 * more, and help comes back to who takes two.
 */
export function progressWith({ progress }: LessonAttempt, seat: PlayerView['seat']): PracticeProgress {
  const isAlone = seat !== null && Object.keys(seat.hints).length === 0;
  return afterQuestion(progress, isAlone && isClean(seat.parts, seat.answers));
}

/** Stars of a lesson so far, 0–3. */
export function keptStars(lesson: LessonName): number {
  const stars = recall(STARS, isObject)?.[lesson];
  return isCount(stars) ? Math.min(3, stars) : 0;
}

/** The best of all courses stays. */
function keepStars(lesson: LessonName, stars: number): void {
  const before = recall(STARS, isObject) ?? {};
  keep(STARS, { ...before, [lesson]: Math.max(stars, keptStars(lesson)) });
}
