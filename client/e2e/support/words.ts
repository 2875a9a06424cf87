import { STRINGS } from '../../src/strings/tables';

/** Strings of the pages in each language, by which tests find controls. */
export const WORDS = STRINGS;
