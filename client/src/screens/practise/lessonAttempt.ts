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
import { drop, isObject, keep, keysWith, recall } from '../../table/tokenStore';
import { draftsOf, type LocalSessionOptions } from '../../table/localTable';
import { keepNetwork, keptNetwork, takeTurn } from './ownNetwork';

export type LessonName = PracticeLesson | typeof OWN_NETWORK;

/** Attempt at a lesson: progress, and the question under way. Kept on the device, as the stars are. */
export interface LessonAttempt {
  readonly lesson: LessonName;
  /** Seed of the question under way. */
  readonly seed: number;
  readonly progress: PracticeProgress;
  /** Help level of the question, with the record that adapts it. */
  readonly help: Help;
  /** Help level of the question before; null in the first. */
  readonly helpBefore: HelpLevel | null;
  /** Number of the question on the own network; 0 elsewhere. */
  readonly turn: number;
  /** Networks rejected before the one of this question; null where no suitable one was found. */
  readonly redraws: number | null;
}

const attemptKey = (lesson: LessonName): string => `relay/practise/course/${lesson}`;
const STARS = 'relay/practise/stars';

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isLevel = (value: unknown): value is HelpLevel => HELP_LEVELS.some((level) => level === value);
const isHelp = (value: unknown): value is Help =>
  isObject(value) && isLevel(value['level']) && isCount(value['clean']) && isCount(value['missed']);

function isAttemptAt(lesson: LessonName): (value: unknown) => value is LessonAttempt {
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

/**
 * Difficulty of the numbers: easy in the first question, perhaps in the second; later unrounded, as training leaves
 * them.
 */
function numbersOf({ seed, progress }: Pick<LessonAttempt, 'seed' | 'progress'>): Numbers {
  const done = progress.clean + progress.missed;
  if (done === 0) return 'friendly';
  return done > 1 || seed % 2 === 1 ? 'real' : 'friendly';
}

/** Draws the question of an attempt; `redraws` is null where no suitable network is found. */
function draw(attempt: Omit<LessonAttempt, 'redraws'>, generate: typeof generateNetwork) {
  const { lesson, seed, turn } = attempt;
  if (lesson === OWN_NETWORK) {
    const file = keptNetwork();
    return file && { ...ownTurn(file, turn, seed), redraws: 0 };
  }
  try {
    return generate(lesson, seed, numbersOf(attempt));
  } catch (error) {
    if (error instanceof NoQuestion) return null;
    throw error;
  }
}

function drawAndKeep(
  attempt: Omit<LessonAttempt, 'seed' | 'turn' | 'redraws'>,
  generate: typeof generateNetwork,
): LessonAttempt {
  const { lesson, progress, help, helpBefore } = attempt;
  const turn = lesson === OWN_NETWORK ? takeTurn() : 0;
  const fresh = { lesson, seed: newSeed(), progress, help, helpBefore, turn };
  const drawn: LessonAttempt = { ...fresh, redraws: draw(fresh, generate)?.redraws ?? null };
  keep(attemptKey(lesson), drawn);
  return drawn;
}

/** Attempt that was begun on this device, or a new one. */
export function resumeAttempt(lesson: LessonName): LessonAttempt {
  return recall(attemptKey(lesson), isAttemptAt(lesson)) ?? startAttempt(lesson);
}

/** @param generate  draws the networks; given in tests */
export function startAttempt(lesson: LessonName, generate = generateNetwork): LessonAttempt {
  return drawAndKeep(
    { lesson, progress: NO_PROGRESS, help: helpAt(firstHelp(lesson)), helpBefore: null },
    generate,
  );
}

/** Counts the question that was answered, keeps the stars of a finished lesson, and draws the next question. */
export function nextQuestion(attempt: LessonAttempt, progress: PracticeProgress): LessonAttempt {
  for (const key of keysWith(draftsOf(idOf(attempt)))) drop(key);
  if (isFinished(progress)) keepStars(attempt.lesson, starsFor(progress));
  const help = helpAfter(attempt.help, progress.clean > attempt.progress.clean);
  return drawAndKeep({ ...attempt, progress, help, helpBefore: attempt.help.level }, generateNetwork);
}

/** Another question in place of one that could not be drawn; progress is unchanged. */
export const redrawQuestion = (attempt: LessonAttempt): LessonAttempt =>
  drawAndKeep(attempt, generateNetwork);

/** Starts an attempt on the player's own network. */
export function startOwnNetwork(file: Parameters<typeof keepNetwork>[0]): void {
  keepNetwork(file);
  drop(attemptKey(OWN_NETWORK));
}

/** Forgets finished attempts, once the player has looked at them. */
export function dropFinishedAttempts(): void {
  for (const lesson of [...PRACTICE_LESSONS, OWN_NETWORK] as const) {
    const attempt = recall(attemptKey(lesson), isAttemptAt(lesson));
    if (attempt && isFinished(attempt.progress)) drop(attemptKey(lesson));
  }
}

/** Progress of a lesson under way; null where none is. */
export function attemptProgress(lesson: LessonName): PracticeProgress | null {
  return recall(attemptKey(lesson), isAttemptAt(lesson))?.progress ?? null;
}

const idOf = ({ lesson, seed }: LessonAttempt): string => `practise-${lesson}-${seed}`;

/**
 * Session of an attempt's question. The same attempt gives the same question, also after a reload.
 *
 * @returns null where no suitable network was found
 */
export function openingOf(attempt: LessonAttempt): LocalSessionOptions | null {
  const drawn = attempt.redraws === null ? null : draw(attempt, generateNetwork);
  if (!drawn) return null;
  const { file, seed } = drawn;
  return {
    id: idOf(attempt),
    seed,
    file,
    settings: practiceSettings(attempt.lesson, seed, attempt.help.level),
  };
}

/**
 * Progress of the attempt including this question. Clean means every part right at the first try and without a hint: a
 * hint costs as much as a miss, so the same skill is asked once more, and two such questions bring help back.
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

/** Stores the stars of an attempt, if they are the best so far. */
function keepStars(lesson: LessonName, stars: number): void {
  const before = recall(STARS, isObject) ?? {};
  keep(STARS, { ...before, [lesson]: Math.max(stars, keptStars(lesson)) });
}
