import { LANGUAGE_NAMES, LANGUAGES } from '@relay/shared/strings/languages';
import { language, speak, t } from '../../strings/language';
import { notePartMissing } from '../missingPart';
import styles from './LanguageSwitch.module.css';

export function LanguageSwitch() {
  return (
    <div class={styles.languages} role="group" aria-label={t('home.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          class={styles.language}
          aria-pressed={language() === one}
          onClick={() => void speak(one).catch(notePartMissing)}
        >
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </div>
  );
}
