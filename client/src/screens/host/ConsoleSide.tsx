import type { Press } from '@relay/shared/referee/press';
import type { PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { KeptHost } from '../../table/tokenStore';
import type { TableState } from '../../table/table';
import { LossCurve } from '../parts/LossCurve';
import { Invitation } from './Invitation';
import { teamsIn } from './control/clock';
import { Mistakes } from './Mistakes';
import { TryNetwork } from './TryNetwork';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './ConsoleSide.module.css';

const TEAMS_SHOWN = 6;

interface ConsoleSideProps {
  readonly state: TableState;
  readonly kept: KeptHost;
  readonly run: string | null;
  readonly phase: PagePhase;
  readonly onCommand: (press: Press) => Promise<boolean>;
}

/** Side column of the console: invitation, mistakes, the network and its loss. */
export function ConsoleSide({ state, kept, run, phase, onCommand }: ConsoleSideProps) {
  const { view, rows, code } = state;
  const teams = teamsIn(view);
  const network = run === null ? undefined : view?.networks[run];
  return (
    <aside class={styles.consoleSide}>
      {phase !== 'ended' && (
        <Invitation
          code={code}
          projectorToken={state.projectorToken ?? kept.projectorToken}
          isLarge={phase === 'lobby'}
        />
      )}
      {phase !== 'lobby' && phase !== 'ended' && <Mistakes rows={rows} />}
      {network && (
        <TryNetwork
          network={network}
          onTrial={
            view?.session['']?.lead.mayStartActivity
              ? (x) => void onCommand({ type: 'openTrial', x: [...x] })
              : null
          }
        />
      )}
      {teams
        .filter(({ losses }) => losses.length > 0)
        .slice(0, TEAMS_SHOWN)
        .map((team) => (
          <section key={team.id} class={cx(shared.card, styles.consoleLoss)}>
            <h2>
              {t('loss.heading')} {teams.length > 1 && t('host.teamCaption', { team: team.id })}
            </h2>
            <LossCurve run={team} />
          </section>
        ))}
    </aside>
  );
}
