import type { Texts, TypedText } from '../texts.ts';
import type { StepWords } from './planFile.ts';
import type { PlanWords } from './planSteps.ts';

/** Words of a plan, which a teacher has typed: kept beside the log, like every typed text. */

const KEY = 'plan/words';

/** Text that keeps the words of a plan; it replaces those before. */
export function wordsTextOf(words: PlanWords): TypedText {
  return { key: KEY, text: JSON.stringify(words) };
}

/** Words of a session's plan; empty where there are none, or where they have been erased. */
export function planWordsIn(texts: Texts): PlanWords {
  const text = texts.get(KEY);
  return text === undefined ? {} : (JSON.parse(text) as Record<string, StepWords>);
}
