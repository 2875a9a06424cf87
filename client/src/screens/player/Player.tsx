import { useEffect, useMemo } from 'preact/hooks';
import { NO_RUN, pagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import { keptPlayer, type KeptPlayer } from '../../table/keptTokens';
import { address, go } from '../address';
import { useKeptFocus } from '../keptFocus';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { activityOf } from '../../view/together';
import { useTable } from '../useTable';
import { useTitle } from '../useTitle';
import { AloneBar } from './alone/AloneBar';
import { OwnEnd } from './alone/OwnEnd';
import { useOwnLead } from './alone/useOwnLead';
import { Bar } from './Bar';
import { Ended } from './Ended';
import { Lobby } from './Lobby';
import { Round } from './Round';
import { Together } from './together/Together';
import { usePhaseSpoken } from './usePhaseSpoken';

/** A player's page: finds the seat that this browser holds, and shows what the table says. */
export function Player() {
  const code = address.value.params.get('code') ?? '';
  // Once: at the end it is erased, and the last page is still to be seen.
  const kept = useMemo(() => keptPlayer(code), [code]);
  useEffect(() => {
    if (!kept) go(code ? `/join?code=${code}` : '/join', true);
  }, [code]);
  return kept ? <Seated key={kept.token} code={code} kept={kept} /> : null;
}

function Seated({ code, kept }: { readonly code: string; readonly kept: KeptPlayer }) {
  const table = useTable({ role: 'player', code, ...kept });
  const state = table?.state.value ?? null;
  const lead = useOwnLead(table);
  usePhaseSpoken(state);
  const phase = pagePhase(state?.view ?? null, state?.mine?.run ?? null);
  const unit = state?.mine?.seat?.unit;
  const activity = activityOf(state?.view ?? null);
  // With its own sheet a player is asked as in any round, also where it has more time and the others are elsewhere.
  const kind = state?.view?.runs[state.mine?.run ?? NO_RUN]?.kind;
  const isOwnSheet = kind === 'own' || (kind === 'warmUp' && activity?.type === 'sheet');
  useKeptFocus(`${phase} ${activity?.type} ${activity?.closed} ${state?.view ? 'live' : 'connecting'}`);
  useTitle(unit ? t('title.play', { unit }) : t('title.lobby'));
  if (!table || !state) return null;
  if (state.connection === 'refused') return <Refused code={code} gone={state.mine?.gone ?? null} />;
  if (!state.view && state.connection === 'ended') return <Gone />;
  const isOver = phase === 'ended';
  return (
    <div class={`play play-${phase}`}>
      {lead ? <AloneBar state={state} phase={phase} lead={lead} /> : <Bar state={state} phase={phase} />}
      {state.connection === 'lost' && <p class="ribbon ribbon-lost">{t('connection.lost')}</p>}
      {isOver ? (
        lead ? (
          <OwnEnd state={state} />
        ) : (
          <Ended state={state} />
        )
      ) : !state.view ? (
        <main class="quiet">{t('connection.connecting')}</main>
      ) : phase === 'lobby' ? (
        <Lobby state={state} isRenamed={kept.isRenamed ?? false} />
      ) : activity && !isOwnSheet ? (
        <Together table={table} activity={activity} />
      ) : (
        <Round table={table} phase={phase} lead={lead} />
      )}
    </div>
  );
}

interface RefusedProps {
  readonly code: string;
  readonly gone: 'removed' | 'banned' | null;
}

/** The seat is not this browser's any more: nobody knows it, or the host has sent it away. */
function Refused({ code, gone }: RefusedProps) {
  return (
    <Shell>
      <div class="sheet sheet-centre">
        <h1>{t(gone ? 'learning.gone.heading' : 'connection.refusedHeading')}</h1>
        <p>{t(gone ? `learning.gone.${gone}` : 'connection.refused')}</p>
        <Link to={gone === 'banned' ? '/' : `/join?code=${code}`} class="button button-first">
          {t(gone === 'banned' ? 'play.ended.home' : 'connection.joinAgain')}
        </Link>
      </div>
    </Shell>
  );
}

/** The session ended while this browser was away. */
function Gone() {
  return (
    <Shell>
      <div class="sheet sheet-centre">
        <h1>{t('play.ended.early')}</h1>
        <Link to="/" class="button button-first">
          {t('play.ended.home')}
        </Link>
      </div>
    </Shell>
  );
}
