import { t } from '../strings/language';
import { Character } from './parts/Character';
import { Link } from './parts/Link';
import { Shell } from './parts/Shell';
import { useTitle } from './useTitle';

export function NotFound() {
  useTitle(t('title.notFound'));
  return (
    <Shell>
      <div class="sheet sheet-centre">
        <Character kind="input" class="sheet-figure" />
        <h1>{t('notFound.heading')}</h1>
        <p>{t('notFound.text')}</p>
        <Link to="/" class="button button-first">
          {t('notFound.home')}
        </Link>
      </div>
    </Shell>
  );
}
