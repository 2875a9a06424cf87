import type { Settings } from '@relay/shared/referee/session/settings';
import { t } from '../../../strings/language';
import {
  type Chosen,
  isOffered,
  RULE_GROUP_NAMES,
  RULE_GROUPS,
  type RuleGroup,
  type RuleName,
  type RuleOccasion,
} from './ruleFields';
import { RuleField } from './RuleField';
import { ruleValue } from './ruleWords';
import styles from './RuleGroups.module.css';

interface RuleGroupsProps {
  readonly settings: Settings;
  readonly where: RuleOccasion;
  /** Rule that the network or the server has refused. */
  readonly refused: RuleName | null;
  readonly onChange: (change: Chosen) => void;
}

/** Rules in a few folded groups; each group's heading sums up its choices. */
export function RuleGroups(props: RuleGroupsProps) {
  return (
    <div class={styles.ruleGroups}>
      {RULE_GROUP_NAMES.map((group) => (
        <Group key={group} group={group} {...props} />
      ))}
    </div>
  );
}

function Group({
  group,
  settings,
  where,
  refused,
  onChange,
}: RuleGroupsProps & { readonly group: RuleGroup }) {
  const names: readonly RuleName[] = RULE_GROUPS[group].filter((name) => isOffered(name, settings, where));
  if (names.length === 0) return null;
  return (
    <details class={styles.ruleGroup} open={refused !== null && names.includes(refused)}>
      <summary>
        <b>{t(`rules.groups.${group}`)}</b>{' '}
        <span class="muted">{names.map((name) => shortValue(name, settings)).join(' · ')}</span>
      </summary>
      <div class={styles.ruleFields}>
        {names.map((name) => (
          <RuleField
            key={name}
            name={name}
            settings={settings}
            where={where}
            isRefused={name === refused}
            onChange={onChange}
          />
        ))}
      </div>
    </details>
  );
}

/** Short text of a chosen value. On/off values and bare numbers get the name of the rule in front. */
function shortValue(name: RuleName, settings: Settings): string {
  const value = settings[name];
  const written = ruleValue(name, value);
  const isClear = typeof value === 'string' && name !== 'teams' && name !== 'timeFactor';
  return isClear ? written : t('rules.named', { name: t(`rules.${name}.label`), value: written });
}
