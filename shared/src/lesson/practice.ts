import { type Settings, UNTIMED_MS } from '../referee/state.ts';
import { settingsFor } from './settings.ts';

/** The lessons for one, in the order of the path: each asks about units of one kind. */
export const PRACTICE_LESSONS = ['output', 'hidden'] as const;
export type PracticeLesson = (typeof PRACTICE_LESSONS)[number];

/** Questions without a miss that finish a lesson. */
export const CLEAN_TO_FINISH = 3;

/** How far a person has come in a lesson. */
export interface PracticeProgress {
  /** Questions with every part right at the first try. */
  readonly clean: number;
  /** Questions with a miss. */
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

/** One question a session, no clock; whoever practises leads. */
export function practiceSettings(lesson: PracticeLesson): Settings {
  return { ...settingsFor('hosted'), rounds: 1, outputMs: UNTIMED_MS, hiddenMs: UNTIMED_MS, seat: lesson };
}
