import type { Language } from '@relay/shared/strings/languages';

/** Parts of the words of a language, each loaded with the first page that needs it. */
export type WordGroup = 'first' | 'playing' | 'hosting' | 'returning' | 'checking';

type Words = Readonly<Record<string, unknown>>;

const LOADERS: Record<Language, Record<WordGroup, () => Promise<Words>>> = {
  en: {
    first: async () => (await import('./en/first')).first,
    playing: async () => (await import('./en/playing')).playing,
    hosting: async () => (await import('./en/hosting')).hosting,
    returning: async () => (await import('./en/returning')).returning,
    checking: () => import('./en/check'),
  },
  ja: {
    first: async () => (await import('./ja/first')).first,
    playing: async () => (await import('./ja/playing')).playing,
    hosting: async () => (await import('./ja/hosting')).hosting,
    returning: async () => (await import('./ja/returning')).returning,
    checking: () => import('./ja/check'),
  },
};

/** Loads a part of the words of one language. */
export const importWords = (language: Language, group: WordGroup): Promise<Words> =>
  LOADERS[language][group]();
