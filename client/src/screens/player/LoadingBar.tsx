import { t } from '../../strings/language';
import { LanguageSwitch } from '../parts/LanguageSwitch';
import styles from './Bar.module.css';

/** Top line of a player's page until the code of the real one is there. */
export function LoadingBar() {
  return (
    <header class={styles.bar}>
      <b>{t('game')}</b>
      <span class="push" />
      <LanguageSwitch />
    </header>
  );
}
