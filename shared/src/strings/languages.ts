/**
 * Languages of pages, bots and the `solve` command, each under its own name, so that it can be found without reading the
 * present language. A new language is one line here; every table of strings that lacks it stops compiling.
 */
export const LANGUAGE_NAMES = { en: 'English', ja: '日本語' } as const;

export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** Language of a reader whose preference is unknown. */
export const DEFAULT_LANGUAGE: Language = 'en';

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((known) => known === value);
