import { t } from '../strings/language';
import { Character } from './parts/Character';
import { Link } from './parts/Link';
import { Shell } from './parts/Shell';
import { useTitle } from './useTitle';

/** Says honestly what is not there yet. */
export function Practise() {
  useTitle(t('title.practise'));
  return (
    <Shell>
      <div class="sheet sheet-centre">
        <Character kind="hidden" class="sheet-figure" />
        <h1>{t('practise.heading')}</h1>
        <p>{t('practise.text')}</p>
        <div class="stack">
          <Link to="/join" class="button button-first">
            {t('practise.toJoin')}
          </Link>
          <Link to="/host" class="button">
            {t('practise.toHost')}
          </Link>
        </div>
      </div>
    </Shell>
  );
}
