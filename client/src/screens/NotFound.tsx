import { t } from '../strings/language';
import { Character } from './parts/Character';
import { Link } from './parts/Link';
import { Shell } from './parts/Shell';
import { useTitle } from './useTitle';
import { cx } from '../styles/cx';
import pages from './parts/pages.module.css';
import shared from './parts/shared.module.css';

export function NotFound() {
  useTitle(t('title.notFound'));
  return (
    <Shell>
      <div class={cx(pages.page, pages.pageCentred)}>
        <Character kind="input" class={pages.pageFigure} />
        <h1>{t('notFound.heading')}</h1>
        <p>{t('notFound.text')}</p>
        <Link to="/" class={cx(shared.button, shared.buttonFirst)}>
          {t('notFound.home')}
        </Link>
      </div>
    </Shell>
  );
}
