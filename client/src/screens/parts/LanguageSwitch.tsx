import { type Language, LANGUAGES, language, speak, t } from '../../strings/language';

/** Each language by its own name: it must be found by who does not read the present one. */
const NAMES: Record<Language, string> = { en: 'English', ja: '日本語' };

export function LanguageSwitch() {
  return (
    <div class="languages" role="group" aria-label={t('home.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          class="language"
          aria-pressed={language() === one}
          onClick={() => void speak(one)}
        >
          {NAMES[one]}
        </button>
      ))}
    </div>
  );
}
