import { LANGUAGE_NAMES, LANGUAGES } from '@relay/shared/strings/languages';
import { language, speak, t } from '../../strings/language';

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
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </div>
  );
}
