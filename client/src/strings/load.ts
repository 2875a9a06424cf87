import type { Language } from '@relay/shared/strings/languages';
import type { Strings } from './en';

const LOADERS: Record<Language, () => Promise<Strings>> = {
  en: async () => (await import('./en')).en,
  ja: async () => (await import('./ja')).ja,
};

/** Loads the words of one language. */
export const loadStrings = (language: Language): Promise<Strings> => LOADERS[language]();
