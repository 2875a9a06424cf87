import type { ClientCommand } from '@relay/shared/protocol';
import type { ExampleTopic } from '@relay/shared/referee/activities/example';
import type { Press } from '@relay/shared/referee/press';
import type { PublicView, SessionView } from '@relay/shared/referee/view';
import { useState } from 'preact/hooks';
import { firstRun, isAnswering, type PagePhase, pagePhase } from '../../describe/phase';
import { language, t } from '../../strings/language';
import type { KeptHost } from '../../table/tokenStore';
import type { TableState } from '../../table/table';
import { askedKind } from '../../picture/questionAsked';
import { Link } from '../parts/Link';
import { SettledProvider } from '../parts/settled';
import { Shell } from '../parts/Shell';
import { useTable } from '../useTable';
import { useTitle } from '../useTitle';
import { useWakeLock } from '../useWakeLock';
import { ActivityButtons } from './activities/ActivityButtons';
import { ActivityCard } from './activities/ActivityCard';
import { ConsoleBar } from './ConsoleBar';
import { ConsoleSide } from './ConsoleSide';
import { Afterwards } from './control/Afterwards';
import { clockOf, teamsIn } from './control/clock';
import { Controls } from './control/Controls';
import { EraseSession } from './control/EraseSession';
import { Glance } from './glance/Glance';
import { LossMultiples } from './glance/LossMultiples';
import { OnProjector } from './OnProjector';
import { Hint } from './control/Hint';
import { Homework } from './control/Homework';
import { PlanPanel } from './control/PlanPanel';
import { usePresses } from './control/usePresses';
import { DisplayOptionsPanel } from './control/DisplayOptionsPanel';
import { PlayerDrawer } from './people/PlayerDrawer';
import { Players } from './people/Players';
import { Rehearse } from './Rehearse';
import { RulesPanel } from './rules/RulesPanel';
import { cx } from '../../styles/cx';
import { useFacesFor } from '../../styles/nameFaces';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';
import styles from './Console.module.css';

/** Host's page of an open session. Keeps no state of its own, so it can be reloaded at any time. */
export function Console({ code, kept }: { readonly code: string; readonly kept: KeptHost }) {
  useTitle(t('title.console', { code }));
  const table = useTable({ role: 'host', code, token: kept.token, player: null, nickname: null });
  const [isErased, setErased] = useState(false);
  const state = table?.state.value;
  useWakeLock(state);
  useFacesFor(state);
  const erased = (): void => setErased(true);
  const session = state?.view?.session[''];
  const { isSettled, problem, command } = usePresses(table, session);
  if (isErased) return <Erased />;
  if (!table || !state) return null;
  if (state.connection === 'refused' || (state.connection === 'ended' && !state.view))
    return <Over code={code} kept={kept} onErased={erased} />;
  const { view } = state;
  const run = firstRun(view);
  const phase = pagePhase(view, run);
  const endsAt = clockOf(view, run);

  return (
    <SettledProvider value={isSettled}>
      <div class={styles.console}>
        <ConsoleBar state={state} code={code} run={run} phase={phase} endsAt={endsAt} />
        <main class={styles.consoleMain}>
          <h1 class="visually-hidden">{t('title.console', { code })}</h1>
          {view && session && (
            <Open
              state={state}
              code={code}
              kept={kept}
              view={view}
              session={session}
              run={run}
              phase={phase}
              hasClock={endsAt !== null}
              problem={problem}
              onCommand={command}
              onErased={erased}
            />
          )}
        </main>
      </div>
    </SettledProvider>
  );
}

interface OverProps {
  readonly code: string;
  readonly kept: KeptHost;
  readonly onErased: () => void;
}

/** Page of a session whose room is closed. */
function Over(props: OverProps) {
  return (
    <Shell>
      <div class={cx(pages.page, pages.pageCentred)}>
        <h1>{t('host.ended')}</h1>
        <Link to="/host" class={cx(shared.button, shared.buttonFirst)}>
          {t('host.newSession')}
        </Link>
        <Link to={`/report?code=${props.code}`} class={shared.button}>
          {t('host.report')}
        </Link>
        <EraseSession {...props} />
      </div>
    </Shell>
  );
}

/** Page of a session that has been erased here. */
function Erased() {
  return (
    <Shell>
      <div class={cx(pages.page, pages.pageCentred)}>
        <h1>{t('sessionControl.erase.done')}</h1>
        <p role="status">{t('sessionControl.erase.doneText')}</p>
        <Link to="/host" class={cx(shared.button, shared.buttonFirst)}>
          {t('host.newSession')}
        </Link>
      </div>
    </Shell>
  );
}

interface OpenProps {
  readonly state: TableState;
  readonly code: string;
  readonly kept: KeptHost;
  readonly view: PublicView;
  readonly session: SessionView;
  readonly run: string | null;
  readonly phase: PagePhase;
  readonly hasClock: boolean;
  readonly problem: string;
  readonly onCommand: (press: Press<ClientCommand>) => Promise<boolean>;
  readonly onErased: () => void;
}

/** The three parts of an open console: what leads, the players, and what stands beside them. */
function Open(props: OpenProps) {
  const { state, view, session, phase, onCommand } = props;
  const [opened, setOpened] = useState<string | null>(null);
  const person = opened === null ? undefined : view.players[opened];
  const row = opened === null ? undefined : state.rows[opened];
  return (
    <>
      <section class={styles.consoleLead}>
        <Lead {...props} />
      </section>
      <section class={styles.consoleStudents}>
        <Students {...props} opened={opened} onOpen={setOpened} />
      </section>
      <div class={styles.consoleSide}>
        {opened !== null && person && row && (
          <PlayerDrawer
            key={opened}
            id={opened}
            // The host's rows have names also when they are not shown to others.
            person={{ ...person, name: row.name }}
            row={row}
            view={view}
            session={session}
            onCommand={onCommand}
            onClose={() => setOpened(null)}
          />
        )}
        {/* Hidden, not gone: what is typed there stays. */}
        <div class={styles.consoleBeside} hidden={person !== undefined}>
          <OnProjector state={state} kept={props.kept} onCommand={onCommand} />
          <Steps {...props} />
          <ConsoleSide state={state} kept={props.kept} run={props.run} phase={phase} onCommand={onCommand} />
        </div>
      </div>
    </>
  );
}

/** Buttons of the session control, always in sight, and the sentence about the next step. */
function Lead({ state, view, session, run, phase, hasClock, problem, onCommand }: OpenProps) {
  const round = run === null ? 0 : (view.runs[run]?.round ?? 0);
  return (
    <>
      {phase !== 'ended' && (
        <Controls
          session={session}
          planWords={state.planWords}
          hasClock={hasClock}
          onCommand={(press) => void onCommand(press)}
        />
      )}
      <p class={shared.problem} role="alert">
        {problem}
      </p>
      <Hint view={view} session={session} phase={phase} round={round} />
    </>
  );
}

/** Main column: the players, and below them the rules and what is shown. */
function Students(
  props: OpenProps & { readonly opened: string | null; readonly onOpen: (id: string) => void },
) {
  const { state, view, session, run, phase, opened, onOpen, onCommand } = props;
  const say = (press: Press<ClientCommand>): void => void onCommand(press);
  const round = run === null ? 0 : (view.runs[run]?.round ?? 0);
  const isAlone = session.settings.pacing === 'self' && phase !== 'ended' && session.stage === 'running';
  const show = (topic: ExampleTopic): void => say({ type: 'showExample', topic });
  return (
    <>
      {phase === 'ended' && <Afterwards {...props} hasTeams={teamsIn(view).length > 0} onCommand={say} />}
      {session.settings.pacing === 'self' && <Homework session={session} rows={state.rows} />}
      <Players
        rows={state.rows}
        view={view}
        session={session}
        isAnswering={isAnswering(phase) || isAlone}
        moment={`${round}/${phase}`}
        opened={opened}
        onOpen={onOpen}
        onCommand={onCommand}
      />
      {session.stage === 'lobby' && (
        <Rehearse
          onRehearse={async (bots) =>
            void (await onCommand({ type: 'rehearse', bots, language: language() }))
          }
        />
      )}
      <Glance rows={state.rows} view={view} phase={phase} onShow={isShowable(session) ? show : null} />
      <LossMultiples teams={teamsIn(view)} />
      <p class="muted" data-testid="asked">
        {t('host.asked')}: <b>{t(`host.asks.${askedKind(view)}`)}</b>
      </p>
      {phase !== 'ended' && (
        <RulesPanel session={session} onChange={(changes) => say({ type: 'changeRules', changes })} />
      )}
      <DisplayOptionsPanel
        shown={session.display}
        onShow={(display) => say({ type: 'changeDisplay', display })}
      />
    </>
  );
}

/** Tells whether the projector draws a network, beside which an example can be shown. */
const isShowable = ({ stage, runs }: SessionView): boolean => stage === 'running' && runs.length > 0;

/** Present step: the plan of the lesson, the open activity, or those that can be opened. */
function Steps({ state, code, kept, view, session, onCommand }: OpenProps) {
  const { activity, settings } = session;
  const teams = teamsIn(view);
  const snap = teams.map(({ id }) => view.networks[id]?.snap ?? null).find((step) => step !== null) ?? null;
  return (
    <>
      {activity && (
        <ActivityCard
          session={session}
          activity={activity}
          clockOffsetMs={state.clockOffsetMs}
          onNext={() => void onCommand({ type: 'next' })}
        />
      )}
      {settings.plan && (
        <PlanPanel
          session={session}
          planWords={state.planWords}
          clockOffsetMs={state.clockOffsetMs}
          code={code}
          token={kept.token}
        />
      )}
      {session.lead.mayStartActivity && <ActivityButtons teams={teams} snap={snap} onCommand={onCommand} />}
    </>
  );
}
