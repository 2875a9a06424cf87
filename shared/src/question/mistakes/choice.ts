import { family } from './entry.ts';

/** What is named by what was chosen or taken, not by a number. */
export const CHOICE = family(140, {
  'term-right': { namedBy: 'choice' },
  'product-follows': { namedBy: 'choice' },
  'place-extra': { namedBy: 'places' },
});
