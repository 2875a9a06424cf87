import { signal } from '@preact/signals';
import { DEFAULT_LANGUAGE, isLanguage, type Language, LANGUAGES } from '@relay/shared/strings/languages';
import i18next from 'i18next';
import { keep, recall } from '../table/tokenStore';
import { STRINGS } from './tables';

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

export async function startLanguage(): Promise<void> {
  const first = firstLanguage();
  await i18next.init({
    lng: first,
    fallbackLng: DEFAULT_LANGUAGE,
    resources: Object.fromEntries(LANGUAGES.map((one) => [one, { translation: STRINGS[one] }])),
    // Preact writes text nodes; no text is parsed as HTML.
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
