import { en } from '../../src/strings/en';
import { ja } from '../../src/strings/ja';

/** What the pages say, in each language: controls are found by it. */
export const WORDS = { en, ja };
export type Language = keyof typeof WORDS;
export const LANGUAGES: readonly Language[] = ['en', 'ja'];

/** A sentence with its gaps filled. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_, gap: string) => String(gaps[gap]));
