import type { HelpLevel, Part } from '@relay/shared/question/question';
import { HELP_LEVELS } from '@relay/shared/question/question';
import { t } from '../strings/language';

/** Help level of a contribution question, read from its parts. */
export function levelOf(parts: readonly Part[]): HelpLevel {
  if (!parts.includes('places')) return 'blank';
  return parts.includes('G') ? 'work' : 'see';
}

/** Sentence for a changed help level; empty when it is unchanged. */
export function helpSentence(before: HelpLevel | null, level: HelpLevel): string {
  if (before === null || before === level) return '';
  const isLess = HELP_LEVELS.indexOf(level) > HELP_LEVELS.indexOf(before);
  return t(`questions.help.${isLess ? 'less' : 'more'}.${level}`);
}
