import { HELP_LEVELS, type HelpLevel } from './question.ts';

/** Help level of a player, and results of the last questions, counted since the level changed. */
export interface Help {
  readonly level: HelpLevel;
  /** Number of consecutive questions without a miss. */
  readonly clean: number;
  /** Number of consecutive questions with a miss. */
  readonly missed: number;
}

/** Number of equal results in a row that changes the level. */
const IN_A_ROW = 2;

export function helpAt(level: HelpLevel): Help {
  return { level, clean: 0, missed: 0 };
}

/** Updates the help after a question: two in a row without a miss lower the level, two with one raise it. */
export function afterQuestion({ level, clean, missed }: Help, isClean: boolean): Help {
  const [cleanNow, missedNow] = isClean ? [clean + 1, 0] : [0, missed + 1];
  const index = HELP_LEVELS.indexOf(level);
  if (cleanNow >= IN_A_ROW) return helpAt(HELP_LEVELS[index + 1] ?? level);
  if (missedNow >= IN_A_ROW) return helpAt(HELP_LEVELS[index - 1] ?? level);
  return { level, clean: cleanNow, missed: missedNow };
}
