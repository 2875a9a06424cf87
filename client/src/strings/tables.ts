import type { Language } from '@relay/shared/strings/languages';
import { en, type Strings } from './en';
import { ja } from './ja';

/** Everything that pages say, in each language. */
export const STRINGS: Record<Language, Strings> = { en, ja };
