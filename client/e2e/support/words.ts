import { STRINGS } from '../../src/strings/tables';

/** What the pages say, in each language: controls are found by it. */
export const WORDS = STRINGS;
