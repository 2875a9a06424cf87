import { STRINGS } from '../../src/strings/tables';

/** What the pages say, in each language: controls are found by it. */
export const WORDS = STRINGS;

/** A sentence with its gaps filled. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_, gap: string) => String(gaps[gap]));
