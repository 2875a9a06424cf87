import { signal } from '@preact/signals';
import { DEFAULT_LANGUAGE, isLanguage, type Language, LANGUAGES } from '@relay/shared/strings/languages';
import i18next from 'i18next';
import { keep, recall } from '../table/tokenStore';
import { loadStrings } from './load';

const KEPT = 'relay/language';

/** Language of the address, otherwise the stored choice, otherwise the browser's. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = recall(KEPT, isLanguage);
  if (kept) return kept;
  const isSpoken = (one: Language): boolean =>
    navigator.languages.some((tag) => tag.toLowerCase().startsWith(one));
  // Browsers list English beside the language of most people, so English counts only when nothing else does.
  return LANGUAGES.find((one) => one !== DEFAULT_LANGUAGE && isSpoken(one)) ?? DEFAULT_LANGUAGE;
}

const current = signal<Language>(DEFAULT_LANGUAGE);

export const language = (): Language => current.value;

/**
 * Translates a key into the language of the page. Components that call it are drawn again when the language changes.
 */
export const t = new Proxy(i18next.t, {
  apply(translate, self, args) {
    void current.value;
    return Reflect.apply(translate, self, args);
  },
});

/** Tells whether there are words under a key, for keys that are put together while the page runs. */
export const hasWords = (key: string): boolean => i18next.exists(key);

/** Loads the words of the first language. Rejects where they cannot be loaded; `language` is known all the same. */
export async function startLanguage(): Promise<void> {
  const first = firstLanguage();
  current.value = first;
  document.documentElement.lang = first;
  const strings = await loadStrings(first);
  await i18next.init({
    lng: first,
    resources: { [first]: { translation: strings } },
    // Preact writes text nodes; no text is parsed as HTML.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (new URLSearchParams(location.search).has('lang')) keep(KEPT, first);
}

/** Loads the words of the languages that the page does not speak. */
export async function loadOtherLanguages(): Promise<void> {
  for (const one of LANGUAGES) {
    if (!i18next.hasResourceBundle(one, 'translation'))
      i18next.addResourceBundle(one, 'translation', await loadStrings(one));
  }
}

/** Changes the language of the page. Rejects, and changes nothing, where its words cannot be loaded. */
export async function speak(chosen: Language): Promise<void> {
  await loadOtherLanguages();
  await i18next.changeLanguage(chosen);
  keep(KEPT, chosen);
  document.documentElement.lang = chosen;
  current.value = chosen;
}
