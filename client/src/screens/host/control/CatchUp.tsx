import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { openCatchUp, type HttpRejection } from '../../../table/httpClient';
import { keepHost, type KeptHost } from '../../../table/tokenStore';
import { Link } from '../../parts/Link';
import shared from '../../parts/shared.module.css';
import afterwardsStyles from './Afterwards.module.css';

/** Opens a catch-up for absent players: the same questions, alone, under a session code of its own. */
export function CatchUp({ kept }: { readonly kept: KeptHost }) {
  const [code, setCode] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HttpRejection | null>(null);
  const open = async (): Promise<void> => {
    setBusy(true);
    const asked = await openCatchUp({ token: kept.token });
    setBusy(false);
    if (!asked.ok) return setProblem(asked.rejection);
    const { sessionToken, projectorToken, recoveryWord } = asked.reply;
    keepHost(asked.reply.code, { token: sessionToken, projectorToken, recoveryWord });
    setProblem(null);
    setCode(asked.reply.code);
  };
  return (
    <div class={afterwardsStyles.afterwardsWay}>
      <h3>{t('sessionControl.catchUp.heading')}</h3>
      {code === null ? (
        <button type="button" class={shared.button} disabled={isBusy} onClick={() => void open()}>
          {t(isBusy ? 'sessionControl.catchUp.opening' : 'sessionControl.catchUp.open')}
        </button>
      ) : (
        <p role="status">
          <b data-testid="catch-up-code">{t('sessionControl.catchUp.done', { code })}</b>{' '}
          <Link to={`/host?code=${code}`} class={shared.link}>
            {t('sessionControl.catchUp.console')}
          </Link>
        </p>
      )}
      <p class="hint">{t('sessionControl.catchUp.text')}</p>
      {problem && (
        <p class={shared.problem} role="alert">
          {t(`rejection.${problem}`)}
        </p>
      )}
    </div>
  );
}
