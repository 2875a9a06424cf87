import type { Press } from '@relay/shared/referee/press';
import type { SessionView } from '@relay/shared/referee/view';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { AskFirst } from '../../parts/AskFirst';
import { Link } from '../../parts/Link';
import type { KeptHost } from '../../../table/tokenStore';
import { CatchUp } from './CatchUp';
import { EraseSession } from './EraseSession';
import { LeadButton } from './LeadButton';
import { RuleGroups } from '../rules/RuleGroups';
import type { Chosen } from '../rules/ruleFields';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import rulesPanelStyles from '../rules/RulesPanel.module.css';
import styles from './Afterwards.module.css';

/** Further rounds of a continued session, unless the host chooses otherwise. */
const DEFAULT_ROUNDS = 4;

interface AfterwardsProps {
  readonly session: SessionView;
  /** True where there are trained networks to continue with. */
  readonly hasTeams: boolean;
  readonly kept: KeptHost;
  readonly code: string;
  readonly onCommand: (press: Press) => void;
  readonly onErased: () => void;
}

/** Choices after the end: start the same class over, continue with its trained networks, or erase the session. */
export function Afterwards({ session, hasTeams, kept, code, onCommand, onErased }: AfterwardsProps) {
  const [changes, setChanges] = useState<Chosen>({ rounds: DEFAULT_ROUNDS });
  const settings = { ...session.settings, ...changes };
  const { timeFactor: _timeFactor, ...said } = changes;
  return (
    <section class={cx(shared.card, styles.afterwards)}>
      <h2>{t('sessionControl.again.heading')}</h2>
      <div class={styles.afterwardsWay}>
        <AskFirst
          label={t('sessionControl.again.play')}
          class={shared.buttonFirst}
          ask={t('sessionControl.again.ask')}
          yes={t('sessionControl.again.yes')}
          no={t('sessionControl.again.no')}
          onYes={() => onCommand({ type: 'playAgain' })}
        />
        <p class="hint">{t('sessionControl.again.playText')}</p>
      </div>
      {hasTeams && session.settings.pacing !== 'self' && (
        <div class={styles.afterwardsWay}>
          <LeadButton
            class={shared.buttonFirst}
            onPress={() => onCommand({ type: 'continueLesson', changes: said })}
          >
            {t('sessionControl.again.go')}
          </LeadButton>
          <p class="hint">{t('sessionControl.again.goText')}</p>
          <details class={rulesPanelStyles.rulesPanel}>
            <summary>
              <b>{t('sessionControl.again.rules')}</b>{' '}
              <span class="muted">
                {t('rules.named', {
                  name: t('rules.rounds.label'),
                  value: settings.rounds ?? DEFAULT_ROUNDS,
                })}
              </span>
            </summary>
            <RuleGroups
              settings={settings}
              where="again"
              refused={null}
              onChange={(change) => setChanges({ ...changes, ...change })}
            />
          </details>
        </div>
      )}
      {hasTeams && <CatchUp kept={kept} />}
      <EraseSession code={code} kept={kept} onErased={onErased} />
      <Link to="/host" class={shared.button}>
        {t('host.newSession')}
      </Link>
    </section>
  );
}
