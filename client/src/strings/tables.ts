import type { Language } from '@relay/shared/strings/languages';
import { en, type Strings } from './en';
import { ja } from './ja';

/** Texts of all pages, in each language. */
export const STRINGS: Record<Language, Strings> = { en, ja };
