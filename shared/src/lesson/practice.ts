import type { ParameterKinds } from '../question/pick.ts';
import type { HelpLevel, QuestionKind } from '../question/question.ts';
import { randomAt } from '../referee/random.ts';
import { UNTIMED_MS } from '../referee/clock/clock.ts';
import type { SeatKind, Settings } from '../referee/session/settings.ts';
import { settingsFor } from './settings.ts';

/** Lessons for practising alone, in the order of the path. */
export const PRACTICE_LESSONS = [
  'belly',
  'activation',
  'forward',
  'valve',
  'error',
  'output',
  'hiddenOne',
  'hidden',
  'deep',
  'bias',
  'update',
  'nudge',
  'debug',
  'blank',
] as const;
export type PracticeLesson = (typeof PRACTICE_LESSONS)[number];

/** Practice beside the path: sets of three on a network that the player brings. */
export const OWN_NETWORK = 'own';

/** Question kind of a lesson, and the units asked; `either`: hidden units in some questions, outputs in others. */
interface Asked {
  readonly asks: QuestionKind;
  readonly seat: SeatKind | 'either';
  readonly parameterKinds?: ParameterKinds;
}

const ASKED: Record<PracticeLesson | typeof OWN_NETWORK, Asked> = {
  belly: { asks: 'belly', seat: 'either' },
  activation: { asks: 'output', seat: 'either' },
  forward: { asks: 'wholeForward', seat: 'output' },
  valve: { asks: 'valve', seat: 'either' },
  error: { asks: 'error', seat: 'output' },
  output: { asks: 'contribution', seat: 'output' },
  hiddenOne: { asks: 'contribution', seat: 'hidden' },
  hidden: { asks: 'contribution', seat: 'hidden' },
  deep: { asks: 'contribution', seat: 'hidden' },
  bias: { asks: 'contribution', seat: 'either', parameterKinds: 'biases' },
  update: { asks: 'update', seat: 'any' },
  nudge: { asks: 'nudge', seat: 'any' },
  debug: { asks: 'debug', seat: 'hidden' },
  blank: { asks: 'blank', seat: 'hidden' },
  own: { asks: 'contribution', seat: 'any' },
};

/** Lessons by topic, in the order of the path. */
export const PRACTICE_CHAPTERS = {
  forward: ['belly', 'activation', 'forward'],
  valveAndError: ['valve', 'error'],
  setOfThree: ['output', 'hiddenOne', 'hidden', 'deep', 'bias'],
  step: ['update', 'nudge'],
  games: ['debug', 'blank'],
} as const satisfies Record<string, readonly PracticeLesson[]>;

/** Help level at which a lesson begins: the first set of three is only to be found. */
export function firstHelp(lesson: PracticeLesson | typeof OWN_NETWORK): HelpLevel {
  return lesson === 'output' ? 'see' : 'work';
}

/** Number of questions without a miss that finish a lesson. */
export const CLEAN_TO_FINISH = 3;

/** Progress of a player in a lesson. */
export interface PracticeProgress {
  /** Number of questions with every part right at the first try. */
  readonly clean: number;
  /** Number of questions with a miss. */
  readonly missed: number;
}

export const NO_PROGRESS: PracticeProgress = { clean: 0, missed: 0 };

export function afterQuestion({ clean, missed }: PracticeProgress, isClean: boolean): PracticeProgress {
  return isClean ? { clean: clean + 1, missed } : { clean, missed: missed + 1 };
}

export const isFinished = ({ clean }: PracticeProgress): boolean => clean >= CLEAN_TO_FINISH;

/** Stars of a finished lesson. */
export function starsFor({ missed }: PracticeProgress): 1 | 2 | 3 {
  return missed === 0 ? 3 : missed <= 2 ? 2 : 1;
}

/**
 * Settings of a practice session: one question, no clock, led by the player.
 *
 * @param seed  of the session: decides the kind of unit where the lesson has both
 * @param help  how much is done for the player
 */
export function practiceSettings(
  lesson: PracticeLesson | typeof OWN_NETWORK,
  seed: number,
  help: HelpLevel = 'work',
): Settings {
  const { seat, ...asked } = ASKED[lesson];
  const either = randomAt(seed, 'seat') < 0.5 ? 'hidden' : 'output';
  return {
    ...settingsFor('hosted'),
    rounds: 1,
    firstSeat: 'drawn',
    outputMs: UNTIMED_MS,
    hiddenMs: UNTIMED_MS,
    ...asked,
    seat: seat === 'either' ? either : seat,
    help,
    helpAdapts: false,
  };
}
