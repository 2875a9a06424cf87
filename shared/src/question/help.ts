import { HELP_LEVELS, type HelpLevel } from './question.ts';

/** How much help a player has, and how its last questions went, counted since the level changed. */
export interface Help {
  readonly level: HelpLevel;
  /** Questions in a row without a miss. */
  readonly clean: number;
  /** Questions in a row with one. */
  readonly missed: number;
}

/** So many in a row change the level. */
const IN_A_ROW = 2;

export function helpAt(level: HelpLevel): Help {
  return { level, clean: 0, missed: 0 };
}

/** Help falls away after two questions without a miss in a row, and comes back after two with one. */
export function afterQuestion({ level, clean, missed }: Help, isClean: boolean): Help {
  const [cleanNow, missedNow] = isClean ? [clean + 1, 0] : [0, missed + 1];
  const index = HELP_LEVELS.indexOf(level);
  if (cleanNow >= IN_A_ROW) return helpAt(HELP_LEVELS[index + 1] ?? level);
  if (missedNow >= IN_A_ROW) return helpAt(HELP_LEVELS[index - 1] ?? level);
  return { level, clean: cleanNow, missed: missedNow };
}
