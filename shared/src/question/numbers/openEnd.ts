import { signsOf } from './reading/characters.ts';

const OPEN_END = /[+\-\u2014*\u00b7x/\u00f7({=\u2248~]$/u;

/** Tells whether an operand is missing at the end of a text, after an operator of any spelling or an opening bracket. */
export const hasOpenEnd = (raw: string): boolean => OPEN_END.test(signsOf(raw)?.text ?? '');
