import { signal } from '@preact/signals';
import i18next from 'i18next';
import { keep, recall } from '../table/keptTokens';
import { en } from './en';
import { ja } from './ja';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'relay/language';

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((known) => known === value);

/** The address wins, then what was chosen before, then what the browser speaks. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = recall(KEPT, isLanguage);
  if (kept) return kept;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('ja')) ? 'ja' : 'en';
}

const current = signal<Language>('en');

export const language = (): Language => current.value;

/** A sentence in the language of the page. Components that call it are drawn again when the language changes. */
export const t = new Proxy(i18next.t, {
  apply(translate, self, args) {
    void current.value;
    return Reflect.apply(translate, self, args);
  },
});

export async function startLanguage(): Promise<void> {
  const first = firstLanguage();
  await i18next.init({
    lng: first,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ja: { translation: ja } },
    // Preact puts text into text nodes; nothing is ever parsed as HTML.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  current.value = first;
  document.documentElement.lang = first;
  if (new URLSearchParams(location.search).has('lang')) keep(KEPT, first);
}

export async function speak(chosen: Language): Promise<void> {
  await i18next.changeLanguage(chosen);
  keep(KEPT, chosen);
  document.documentElement.lang = chosen;
  current.value = chosen;
}
