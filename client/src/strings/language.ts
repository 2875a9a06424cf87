import { signal } from '@preact/signals';
import { DEFAULT_LANGUAGE, isLanguage, type Language, LANGUAGES } from '@relay/shared/strings/languages';
import i18next from 'i18next';
import { keep, recall } from '../table/tokenStore';
import { importWords, type WordGroup } from './load';

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
/** Counts the parts of the words that have arrived: texts of a page that was drawn before are drawn again. */
const arrivals = signal(0);
const loaded = new Set<`${Language}/${WordGroup}`>();
/** Parts that the pages seen so far need, in whichever language. */
const wanted = new Set<WordGroup>(['first']);

export const language = (): Language => current.value;

/**
 * Translates a key into the language of the page. Components that call it are drawn again when the language changes, or
 * when more words have been loaded.
 */
export const t = new Proxy(i18next.t, {
  apply(translate, self, args) {
    void current.value;
    void arrivals.value;
    return Reflect.apply(translate, self, args);
  },
});

/** Tells whether there are words under a key, for keys that are put together while the page runs. */
export const hasWords = (key: string): boolean => i18next.exists(key);

async function addWords(one: Language, groups: Iterable<WordGroup>): Promise<void> {
  const missing = [...groups].filter((group) => !loaded.has(`${one}/${group}`));
  const words = await Promise.all(missing.map((group) => importWords(one, group)));
  for (const [i, group] of missing.entries()) {
    i18next.addResourceBundle(one, 'translation', words[i], true, true);
    loaded.add(`${one}/${group}`);
  }
  if (missing.length > 0) arrivals.value++;
}

/** Loads parts of the words of the page's language, and from then on of every language that it changes to. */
export async function loadWords(...groups: readonly WordGroup[]): Promise<void> {
  for (const group of groups) wanted.add(group);
  await addWords(current.value, groups);
}

/** Loads the words of the first language. Rejects where they cannot be loaded; `language` is known all the same. */
export async function startLanguage(): Promise<void> {
  const first = firstLanguage();
  current.value = first;
  document.documentElement.lang = first;
  await i18next.init({
    lng: first,
    resources: {},
    // Preact writes text nodes; no text is parsed as HTML.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await addWords(first, wanted);
  if (new URLSearchParams(location.search).has('lang')) keep(KEPT, first);
}

/** Loads the words of the languages that the page does not speak. */
export async function loadOtherLanguages(): Promise<void> {
  for (const one of LANGUAGES) await addWords(one, wanted);
}

/** Changes the language of the page. Rejects, and changes nothing, where its words cannot be loaded. */
export async function speak(chosen: Language): Promise<void> {
  await addWords(chosen, wanted);
  await i18next.changeLanguage(chosen);
  keep(KEPT, chosen);
  document.documentElement.lang = chosen;
  current.value = chosen;
}
