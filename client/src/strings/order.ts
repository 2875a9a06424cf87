import type { Language } from '@relay/shared/strings/languages';
import { language } from './language';

const collators = new Map<Language, Intl.Collator>();

function collatorOf(lang: Language): Intl.Collator {
  const collator = collators.get(lang) ?? new Intl.Collator(lang, { numeric: true });
  collators.set(lang, collator);
  return collator;
}

/** Compares names of people and units for sorting, as people count: 2 comes before 10. */
export function compareNames(a: string, b: string): number {
  return collatorOf(language()).compare(a, b);
}

/** Compares the letters of teams for sorting: Z comes before AA. */
export function compareTeams(a: string, b: string): number {
  return a.length - b.length || compareNames(a, b);
}
