import type { HelpLevel, Part } from '@relay/shared/question/question';
import { HELP_LEVELS } from '@relay/shared/question/question';
import { t } from '../strings/language';

/** How much is done for the player of a contribution: what is asked tells it. */
export function levelOf(parts: readonly Part[]): HelpLevel {
  if (!parts.includes('places')) return 'blank';
  return parts.includes('G') ? 'work' : 'see';
}

/** What is said when help has fallen away or come back; empty when it stayed. */
export function helpSentence(before: HelpLevel | null, level: HelpLevel): string {
  if (before === null || before === level) return '';
  const isLess = HELP_LEVELS.indexOf(level) > HELP_LEVELS.indexOf(before);
  return t(`asks.help.${isLess ? 'less' : 'more'}.${level}`);
}
