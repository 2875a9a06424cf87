import type { SessionView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { RuleGroups } from './RuleGroups';
import type { Chosen } from './ruleFields';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './RulesPanel.module.css';

interface RulesPanelProps {
  readonly session: SessionView;
  readonly onChange: (change: Chosen) => void;
}

/** Rules from the next round on. A change takes effect at once; the referee rejects an impossible one. */
export function RulesPanel({ session: { settings, stage }, onChange }: RulesPanelProps) {
  const isLobby = stage === 'lobby';
  return (
    <details class={cx(shared.card, styles.rulesPanel)}>
      <summary>
        <h2>{t(isLobby ? 'rules.lobbyHeading' : 'rules.heading')}</h2>
      </summary>
      {settings.plan && <p class="hint">{t('rules.byPlan')}</p>}
      {settings.weights === 'followed' && <p class="hint">{t('rules.byClass')}</p>}
      <RuleGroups
        settings={settings}
        where={isLobby ? 'lobby' : 'between'}
        refused={null}
        onChange={onChange}
      />
      {!isLobby && <p class="hint">{t('rules.saved')}</p>}
    </details>
  );
}
