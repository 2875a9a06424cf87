import { t } from '../../strings/language';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';

interface RefusedProps {
  readonly code: string;
  readonly gone: 'removed' | 'banned' | null;
}

/** The seat no longer belongs to this browser: unknown, or its player was removed by the host. */
export function Refused({ code, gone }: RefusedProps) {
  return (
    <Shell>
      <div class={cx(pages.page, pages.pageCentred)}>
        <h1>{t(gone ? 'learning.gone.heading' : 'gone.heading')}</h1>
        <p>{t(gone ? `learning.gone.${gone}` : 'gone.text')}</p>
        <Link
          to={gone === 'banned' ? '/' : `/join?code=${code}`}
          class={cx(shared.button, shared.buttonFirst)}
        >
          {t(gone === 'banned' ? 'play.ended.home' : 'gone.joinAgain')}
        </Link>
      </div>
    </Shell>
  );
}
