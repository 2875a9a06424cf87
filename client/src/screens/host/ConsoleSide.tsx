import type { Press } from '@relay/shared/referee/press';
import type { PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { KeptHost } from '../../table/tokenStore';
import type { TableState } from '../../table/table';
import { Link } from '../parts/Link';
import { LossCurve } from '../parts/LossCurve';
import { Invitation } from './Invitation';
import { teamsIn } from './control/clock';
import { RecoveryWord } from './RecoveryWord';
import { TryNetwork } from './TryNetwork';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './ConsoleSide.module.css';

interface ConsoleSideProps {
  readonly state: TableState;
  readonly kept: KeptHost;
  readonly run: string | null;
  readonly phase: PagePhase;
  readonly onCommand: (press: Press) => Promise<boolean>;
}

/** Side column of the console: invitation, mistakes, the network and its loss. */
export function ConsoleSide({ state, kept, run, phase, onCommand }: ConsoleSideProps) {
  const { view, code } = state;
  const teams = teamsIn(view);
  // More than one have their curves beside each other.
  const only = teams.length === 1 ? teams[0] : undefined;
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
      {phase !== 'ended' && <RecoveryWord word={kept.recoveryWord} isOpen={phase === 'lobby'} />}
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
      {only && only.losses.length > 0 && (
        <section class={cx(shared.card, styles.consoleLoss)}>
          <h2>{t('loss.heading')}</h2>
          <LossCurve run={only} />
        </section>
      )}
      {phase !== 'lobby' && (
        <Link to={`/report?code=${code}`} class={shared.button}>
          {t('host.report')}
        </Link>
      )}
    </aside>
  );
}
