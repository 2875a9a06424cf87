import { hasOpenEnd } from '@relay/shared/question/numbers/openEnd';

/** Sums of products in a line of text, with whole terms added and removed. */

/** Text before and after a whole term: an end of the line, or another term. */
const COMES_AFTER = /(?:^|\+)\s*$/u;
const GOES_BEFORE = /^\s*(?:$|[+\u2212-])/u;

/** Text of a factor in a product: brackets round a negative one. */
export const factor = (value: string): string => (/^[\u2212-]/u.test(value) ? `(${value})` : value);

function placesOf(text: string, term: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const isWhole = COMES_AFTER.test(text.slice(0, at)) && GOES_BEFORE.test(text.slice(at + term.length));
    if (isWhole) found.push(at);
  }
  return found;
}

/** Counts a term in a sum. */
export const countTerm = (text: string, term: string): number => placesOf(text, term).length;

export function addTerm(text: string, term: string): string {
  const before = text.trimEnd();
  if (before === '') return term;
  return hasOpenEnd(before) ? `${before} ${term}` : `${before} + ${term}`;
}

/** Removes one occurrence of a term, with its +. */
export function removeTerm(text: string, term: string): string {
  const at = placesOf(text, term).at(-1);
  if (at === undefined) return text;
  const before = text.slice(0, at).replace(/\s*\+\s*$/u, '');
  const after = text.slice(at + term.length);
  return before.trim() === '' ? after.replace(/^\s*\+\s*/u, '') : before + after;
}
