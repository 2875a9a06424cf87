import { useEffect } from 'preact/hooks';
import { t } from '../../strings/language';
import { keptResult, keptResults } from '../../table/keptResults';
import { go, resultAddress } from '../address';
import { Link } from '../parts/Link';
import { Loading } from '../parts/Loading';
import { Shell } from '../parts/Shell';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';

/** Leads on to another address, without a way back to this one. */
function LedTo({ to }: { readonly to: string }) {
  useEffect(() => go(to, true), [to]);
  return <Loading />;
}

interface NobodyProps {
  readonly code: string;
}

/** Page of a session in which this tab is nobody: leads to the only result of it, if it is over, otherwise to the way in. */
export function Nobody({ code }: NobodyProps) {
  const [result, ...others] = keptResults(Date.now()).filter((one) => one.code === code);
  if (result && others.length === 0) return <LedTo to={resultAddress(code, result.player)} />;
  // The join page asks who this is, if the browser holds several players.
  return <LedTo to={code ? `/join?code=${code}` : '/join'} />;
}

interface GoneProps {
  readonly code: string;
  readonly player: string;
}

/** Page of a session that is over and no longer on the server: the result that is kept on this device, if there is one. */
export function Gone({ code, player }: GoneProps) {
  if (keptResult(code, player)) return <LedTo to={resultAddress(code, player)} />;
  return (
    <Shell>
      <div class={cx(pages.page, pages.pageCentred)}>
        <h1>{t('play.ended.early')}</h1>
        <Link to="/" class={cx(shared.button, shared.buttonFirst)}>
          {t('play.ended.home')}
        </Link>
      </div>
    </Shell>
  );
}
