import { useMemo, useState } from 'preact/hooks';
import { firstRun, type PagePhase, pagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { PublicView } from '@relay/shared/referee/view';
import type { TableState } from '../../table/table';
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
import { exampleKey, ProjectorExample } from './activities/ProjectorExample';
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
  return (
    <div class={styles.big}>
      <ProjectorBar state={state} run={run} phase={phase} />
      {view ? (
        <Present state={state} view={view} run={run} phase={phase} onChoose={choose} />
      ) : (
        <main class={pages.connecting}>
          {state.connection === 'refused' ? t('host.ended') : t('connection.connecting')}
        </main>
      )}
    </div>
  );
}

interface PresentProps {
  readonly state: TableState;
  readonly view: PublicView;
  readonly run: string | null;
  readonly phase: PagePhase;
  readonly onChoose: (run: string) => void;
}

/** Screen of the present phase; an example lies over the round or the activity. */
function Present({ state, view, run, phase, onChoose }: PresentProps) {
  const activity = activityOf(view);
  const example = view.examples[''];
  if (phase === 'lobby') return <ProjectorLobby state={state} />;
  if (phase === 'ended') return <ProjectorEnd view={view} />;
  if (run === null) return null;
  if (example) return <ProjectorExample key={exampleKey(example)} view={view} example={example} />;
  if (activity) return <ProjectorActivity view={view} run={run} activity={activity} />;
  return <ProjectorRound state={state} run={run} phase={phase} onChoose={onChoose} />;
}
