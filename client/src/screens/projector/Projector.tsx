import { useMemo, useState } from 'preact/hooks';
import { firstRun, pagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import { newestHosted } from '../../table/tokenStore';
import { address } from '../address';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { activityOf } from '../../picture/activities/activity';
import { useTable } from '../useTable';
import { useTitle } from '../useTitle';
import { useWakeLock } from '../useWakeLock';
import { ProjectorBar } from './ProjectorBar';
import { ProjectorEnd } from './ProjectorEnd';
import { ProjectorLobby } from './ProjectorLobby';
import { ProjectorRound } from './ProjectorRound';
import { ProjectorActivity } from './activities/ProjectorActivity';
import { cx } from '../../styles/cx';
import { useFacesFor } from '../../styles/nameFaces';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';
import styles from './Projector.module.css';

const TOKEN = /^[0-9a-f]{32}$/u;

/**
 * Projector page, read-only. Its token is in the fragment, which browsers do not send, or this browser created the
 * session.
 */
export function Projector() {
  useTitle(t('title.projector'));
  const { fragment, params } = address.value;
  const newest = useMemo(newestHosted, []);
  const token = TOKEN.test(fragment) ? fragment : (newest?.kept.projectorToken ?? null);
  if (token === null) {
    return (
      <Shell>
        <div class={cx(pages.page, pages.pageCentred)}>
          <p>{t('projector.noToken')}</p>
          <Link to="/host" class={cx(shared.button, shared.buttonFirst)}>
            {t('home.host')}
          </Link>
        </div>
      </Shell>
    );
  }
  return <Screen key={token} token={token} code={params.get('code') ?? newest?.code ?? ''} />;
}

function Screen({ token, code }: { readonly token: string; readonly code: string }) {
  const table = useTable({ role: 'projector', code, token, player: null, nickname: null });
  const [chosen, choose] = useState<string | null>(null);
  const state = table?.state.value;
  useWakeLock(state);
  useFacesFor(state);
  if (!state) return null;
  const { view } = state;
  const run = chosen !== null && view?.runs[chosen] ? chosen : firstRun(view);
  const phase = pagePhase(view, run);
  const activity = activityOf(view);
  return (
    <div class={styles.big}>
      <ProjectorBar state={state} run={run} phase={phase} />
      {!view ? (
        <main class={pages.connecting}>
          {state.connection === 'refused' ? t('host.ended') : t('connection.connecting')}
        </main>
      ) : phase === 'lobby' ? (
        <ProjectorLobby state={state} />
      ) : phase === 'ended' ? (
        <ProjectorEnd view={view} />
      ) : activity && run !== null ? (
        <ProjectorActivity view={view} run={run} activity={activity} />
      ) : run !== null ? (
        <ProjectorRound state={state} run={run} phase={phase} onChoose={choose} />
      ) : null}
    </div>
  );
}
