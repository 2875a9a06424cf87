import type { ComponentChildren } from 'preact';
import { t } from '../../strings/language';
import { LanguageSwitch } from './LanguageSwitch';
import { Link } from './Link';

/** The frame of the quiet pages: a way home, the languages, one column. */
export function Shell({
  children,
  isHome = false,
}: {
  readonly children: ComponentChildren;
  readonly isHome?: boolean;
}) {
  return (
    <div class="shell">
      <header class="shell-bar">
        {isHome ? (
          <span class="brand">{t('game')}</span>
        ) : (
          <Link to="/" class="brand">
            {t('game')}
          </Link>
        )}
        <LanguageSwitch />
      </header>
      <main class={isHome ? 'shell-wide' : 'shell-main'}>{children}</main>
    </div>
  );
}
