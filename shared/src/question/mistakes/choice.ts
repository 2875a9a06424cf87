import { family } from './entry.ts';

/** Mistakes that are named by a chosen option or a taken place, not by a number. */
export const CHOICE = family(140, {
  'term-right': { namedBy: 'choice' },
  'product-follows': { namedBy: 'choice' },
  'place-extra': { namedBy: 'places' },
});
