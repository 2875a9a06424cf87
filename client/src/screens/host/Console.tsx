import { useState } from 'preact/hooks';
import type { Wish } from '@relay/shared/protocol';
import type { RunView, SessionView } from '@relay/shared/referee/view';
import { firstRun, type PagePhase, pagePhase } from '../../describe/phase';
import { language, t } from '../../strings/language';
import { askedKind } from '../../view/asked';
import type { KeptHost } from '../../table/keptTokens';
import { asksPlaces } from '../../view/asked';
import { CodeFact, LossFact, PhaseFact, PlayersFact, RoundFact } from '../parts/facts';
import { LanguageSwitch } from '../parts/LanguageSwitch';
import { Link } from '../parts/Link';
import { LossCurve } from '../parts/LossCurve';
import { Shell } from '../parts/Shell';
import { Timer } from '../parts/Timer';
import { useTable } from '../useTable';
import { useTitle } from '../useTitle';
import { Controls } from './Controls';
import { Invitation } from './Invitation';
import { Mistakes } from './Mistakes';
import { Players } from './Players';
import { Rehearse } from './Rehearse';
import { TryNetwork } from './TryNetwork';

const TEAMS_SHOWN = 6;

/** When the clock goes on: it closes the answering, and where it leads it ends the other phases too. */
function phaseEndsAt({ deadlines }: RunView, phase: PagePhase): number | null {
  if (phase === 'backward') return Math.max(deadlines.hidden, deadlines.output);
  return phase === 'reveal' || phase === 'update' ? deadlines.phase : null;
}

/** What comes next, and who leads there. */
function leadHint(session: SessionView | undefined, phase: PagePhase, round: number): string {
  if (phase === 'forward') return '';
  if (phase === 'backward' && session && !asksPlaces(session.settings.asks)) return t('host.hint.asked');
  if (session?.settings.pacing !== 'auto' || phase === 'ended') return t(`host.hint.${phase}`);
  return t(`host.clockHint.${phase === 'update' && round === session.settings.rounds ? 'last' : phase}`);
}

/** The host's page while a session is there. Holds nothing itself: it can be reloaded at any time. */
export function Console({ code, kept }: { readonly code: string; readonly kept: KeptHost }) {
  useTitle(t('title.console', { code }));
  const table = useTable({ role: 'host', code, token: kept.token, player: null, nickname: null });
  const [problem, setProblem] = useState('');
  const state = table?.state.value;
  if (!table || !state) return null;
  if (state.connection === 'refused' || (state.connection === 'ended' && !state.view)) {
    return (
      <Shell>
        <div class="sheet sheet-centre">
          <h1>{t('host.ended')}</h1>
          <Link to="/host" class="button button-first">
            {t('host.newSession')}
          </Link>
        </div>
      </Shell>
    );
  }
  const { view, rows, clockOffsetMs } = state;
  const session = view?.session[''];
  const run = firstRun(view);
  const runs = Object.values(view?.runs ?? {});
  const phase = pagePhase(view, run);
  const facts = run === null ? undefined : view?.runs[run];
  const network = run === null ? undefined : view?.networks[run];
  const asked = runs.reduce((sum, one) => sum + one.asked, 0);
  const answered = runs.reduce((sum, one) => sum + one.answered, 0);
  const isEveryoneIn = phase === 'backward' && asked > 0 && answered === asked;
  const pausedAt = session?.pausedAt ?? null;
  const endsAt = facts ? phaseEndsAt(facts, phase) : null;

  const command = async (wish: Wish): Promise<void> => {
    const reply = await table.send(wish);
    setProblem(reply.accepted ? '' : t(`rejection.${reply.rejection}`));
  };

  return (
    <div class="console">
      <header class="console-bar">
        <PhaseFact phase={phase} view={view} isPaused={pausedAt !== null} />
        <RoundFact round={facts?.round ?? 0} />
        <LossFact loss={facts?.losses.at(-1)} />
        <PlayersFact players={session?.players ?? 0} />
        <CodeFact code={code} />
        <span class="bar-gap" />
        {endsAt !== null && (
          <Timer deadlineAt={endsAt} pausedAt={pausedAt} clockOffsetMs={clockOffsetMs} isSpoken={false} />
        )}
        <LanguageSwitch />
      </header>
      {state.connection === 'lost' && <p class="ribbon ribbon-lost">{t('connection.lost')}</p>}
      <main class="console-main">
        <h1 class="unseen">{t('title.console', { code })}</h1>
        <section class="console-lead">
          <Controls
            phase={phase}
            isPaused={pausedAt !== null}
            isLocked={session?.locked ?? false}
            canStart={(session?.players ?? 0) > 0}
            onCommand={(intention) => void command(intention)}
          />
          <p class="muted" data-testid="asked">
            {t('host.asked')}: <b>{t(`host.asks.${askedKind(view)}`)}</b>
          </p>
          <p class="problem" role="alert">
            {problem}
          </p>
          <p class={`console-hint ${isEveryoneIn ? 'is-in' : ''}`}>
            {pausedAt !== null && phase === 'backward'
              ? t('host.hint.paused')
              : isEveryoneIn
                ? t('host.everyoneIn')
                : leadHint(session, phase, facts?.round ?? 0)}
            {phase === 'backward' && <b class="digits"> {t('host.ready', { answered, asked })}</b>}
          </p>
          <Players rows={rows} view={view} hasTeams={runs.length > 1} />
          {phase === 'lobby' && (
            <Rehearse onRehearse={(bots) => command({ type: 'rehearse', bots, language: language() })} />
          )}
        </section>
        <aside class="console-side">
          {phase !== 'ended' && (
            <Invitation
              code={code}
              projectorToken={state.projectorToken ?? kept.projectorToken}
              isLarge={phase === 'lobby'}
            />
          )}
          {phase !== 'lobby' && phase !== 'ended' && <Mistakes rows={rows} />}
          {network && <TryNetwork network={network} />}
          {runs
            .filter(({ losses }) => losses.length > 0)
            .slice(0, TEAMS_SHOWN)
            .map(({ id, losses }) => (
              <section key={id} class="card console-loss">
                <h2>
                  {t('loss.heading')} {runs.length > 1 && t('host.teamCaption', { team: id })}
                </h2>
                <LossCurve losses={losses} />
              </section>
            ))}
        </aside>
      </main>
    </div>
  );
}
