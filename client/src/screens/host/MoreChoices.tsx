import { t } from '../../strings/language';
import { type Choices, ownRules, settingsChosen } from './choices';
import { RuleGroups } from './rules/RuleGroups';
import type { Chosen } from './rules/ruleFields';
import { ruleValue } from './rules/ruleWords';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './MoreChoices.module.css';

interface MoreChoicesProps {
  readonly choices: Choices;
  /** True where the network has nothing of the kind that a rule asks for. */
  readonly isRefused: boolean;
  readonly onChange: (change: Chosen) => void;
  readonly onReset: () => void;
}

/** Rules that most lessons leave unchanged, folded away: two presses start a class. */
export function MoreChoices({ choices, isRefused, onChange, onReset }: MoreChoicesProps) {
  const settings = settingsChosen(choices);
  const own = ownRules(choices);
  return (
    <details class={styles.moreChoices} open={isRefused}>
      <summary>
        {t('rules.more')}{' '}
        <span class="muted">
          {own.length === 0
            ? ruleValue('asks', settings.asks)
            : own
                .map((name) =>
                  t('rules.named', {
                    name: t(`rules.${name}.label`),
                    value: ruleValue(name, settings[name]),
                  }),
                )
                .join(' · ')}
        </span>
      </summary>
      {settings.plan && <p class="hint">{t('rules.byPlan')}</p>}
      <RuleGroups settings={settings} where="setup" refused={isRefused ? 'asks' : null} onChange={onChange} />
      {own.length > 0 && (
        <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={onReset}>
          {t('rules.usual')}
        </button>
      )}
    </details>
  );
}
