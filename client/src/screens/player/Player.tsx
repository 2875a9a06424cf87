import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PublicView } from '@relay/shared/referee/view';
import { type PagePhase, pagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import { keepForTab, type KeptPlayer, playerOfTab } from '../../table/keptPlayers';
import { address, resultIn } from '../address';
import { useKeptFocus } from '../keptFocus';
import type { Table, TableState } from '../../table/table';
import { runOf } from '../../picture/session';
import { type Activity, activityOf } from '../../picture/activities/activity';
import { useTable } from '../useTable';
import { useTitle } from '../useTitle';
import { useWakeLock } from '../useWakeLock';
import { Gone, KeepsResult, Nobody, OpenElsewhere, Refused, Result, UnknownHere } from './seldom';
import { useSelfPacedControl } from './selfPaced/useSelfPacedControl';
import type { RoundControl } from './roundControl';
import { Lobby } from './Lobby';
import { ActivityPage, Bar, Ended, Round, SelfPacedBar, SelfPacedEnd } from './inSession';
import { usePageClaim } from './usePageClaim';
import { usePhaseSpoken } from './usePhaseSpoken';
import { useFacesFor } from '../../styles/nameFaces';
import pages from '../parts/pages.module.css';
import playStyles from './Play.module.css';

/** Player's page at the present address: in a session, or a kept result of one. */
export function Player() {
  const code = address.value.params.get('code') ?? '';
  const player = resultIn(address.value);
  return player === null ? (
    <InSession code={code} />
  ) : (
    <Result key={player} code={code} player={player} AtTable={AtTable} />
  );
}

/** Player's page in a session: finds the seat that this tab holds, and shows the state of its table. */
function InSession({ code }: { readonly code: string }) {
  // Read once: the stored seat is erased at the end, while the last page stays visible.
  const kept = useMemo(() => playerOfTab(code), [code]);
  useEffect(() => {
    if (kept) keepForTab(code, kept);
  }, [code]);
  return kept ? <Seated key={kept.token} code={code} kept={kept} /> : <Nobody code={code} />;
}

interface SeatedProps {
  readonly code: string;
  readonly kept: KeptPlayer;
}

/** Page of a player whose seat is known; while another page of this browser has it, only a question. */
function Seated({ code, kept: first }: SeatedProps) {
  const [{ kept, times }, enter] = useState({ kept: first, times: 0 });
  const { isHeld, takeOver } = usePageClaim(code, kept.player);
  if (!isHeld) return <OpenElsewhere code={code} kept={kept} onTakeOver={takeOver} />;
  // One who has joined again enters at once, also with the token from before.
  const joined = (again: KeptPlayer): void => enter({ kept: again, times: times + 1 });
  return <AtSeat key={times} code={code} kept={kept} onJoined={joined} />;
}

interface AtSeatProps extends SeatedProps {
  readonly onJoined: (kept: KeptPlayer) => void;
}

function AtSeat({ code, kept, onJoined }: AtSeatProps) {
  const table = useTable({ role: 'player', code, ...kept });
  if (table?.state.value.trouble === 'unknownToken')
    return <UnknownHere code={code} kept={kept} onJoined={onJoined} />;
  return table && <AtTable table={table} code={code} kept={kept} />;
}

/** Page for the table's state, or a notice that the seat is gone. */
function AtTable({ table, code, kept }: SeatedProps & { readonly table: Table }) {
  const state = table.state.value;
  const { view, mine, connection } = state;
  const lead = useSelfPacedControl(table);
  usePhaseSpoken(state);
  useFacesFor(state);
  useWakeLock(state);
  const phase = pagePhase(view, mine?.run ?? null);
  useKeptFocus(pageOf(phase, view));
  const unit = mine?.seat?.unit;
  useTitle(unit ? t('title.play', { unit }) : t('title.lobby'));
  if (connection === 'refused') return <Refused code={code} gone={mine?.gone ?? null} />;
  if (!view && connection === 'ended') return <Gone code={code} player={kept.player} />;
  return (
    <div class={playStyles.play} data-phase={phase}>
      {lead ? <SelfPacedBar state={state} phase={phase} lead={lead} /> : <Bar state={state} phase={phase} />}
      <Page table={table} phase={phase} lead={lead} isRenamed={kept.isRenamed ?? false} />
      {phase === 'ended' && <KeepsResult state={state} />}
    </div>
  );
}

/** Id of the page on show; when it changes, the focus moves to the main part. */
function pageOf(phase: PagePhase, view: PublicView | null): string {
  const activity = activityOf(view);
  return `${phase} ${activity?.type} ${activity?.closed} ${view ? 'live' : 'connecting'}`;
}

/** Activity between rounds in which the player takes part. */
function sharedActivity({ view, mine }: TableState): Activity | null {
  const activity = activityOf(view);
  const kind = runOf(view, mine?.run ?? null)?.kind;
  // An exit ticket is asked as any round is, also with extra time while the others do something else.
  const isAtTicket = kind === 'own' || (kind === 'warmUp' && activity?.type === 'exitTicket');
  return isAtTicket ? null : activity;
}

interface PageProps {
  readonly table: Table;
  readonly phase: PagePhase;
  readonly lead: RoundControl | null;
  /** True where the server changed the nickname, because another player has it. */
  readonly isRenamed: boolean;
}

/** Main part of the page, by the phase of the session. */
function Page({ table, phase, lead, isRenamed }: PageProps) {
  const state = table.state.value;
  if (phase === 'ended') return lead ? <SelfPacedEnd state={state} /> : <Ended state={state} />;
  if (!state.view) return <main class={pages.connecting}>{t('connection.connecting')}</main>;
  if (phase === 'lobby') return <Lobby state={state} isRenamed={isRenamed} />;
  const activity = sharedActivity(state);
  if (activity) return <ActivityPage table={table} activity={activity} />;
  return <Round table={table} phase={phase} lead={lead} />;
}
