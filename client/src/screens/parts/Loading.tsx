import { t } from '../../strings/language';
import { useTitle } from '../useTitle';
import { Shell } from './Shell';
import pages from './pages.module.css';

/** Frame of a page whose code is on its way. */
export function Loading() {
  useTitle(t('game'));
  return (
    <Shell>
      <p class={pages.connecting}>{t('connection.loading')}</p>
    </Shell>
  );
}

/** Main part of a page whose code is on its way, below a bar that is there. */
export function LoadingMain() {
  return <main class={pages.connecting}>{t('connection.loading')}</main>;
}
