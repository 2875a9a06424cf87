import type { ComponentChildren } from 'preact';
import { t } from '../../strings/language';
import { LanguageSwitch } from './LanguageSwitch';
import { Link } from './Link';
import { cx } from '../../styles/cx';
import styles from './Shell.module.css';

/** Frame of the pages without a network: link home, languages, one column. */
export function Shell({
  children,
  isHome = false,
}: {
  readonly children: ComponentChildren;
  readonly isHome?: boolean;
}) {
  return (
    <div class={styles.shell}>
      <header class={styles.shellBar}>
        {isHome ? (
          <span class={styles.brand}>{t('game')}</span>
        ) : (
          <Link to="/" class={styles.brand}>
            {t('game')}
          </Link>
        )}
        <LanguageSwitch />
      </header>
      <main class={cx(isHome ? styles.shellWide : styles.shellMain)}>{children}</main>
    </div>
  );
}
