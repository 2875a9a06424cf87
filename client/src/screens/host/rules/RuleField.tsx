import type { Settings } from '@relay/shared/referee/session/settings';
import { t } from '../../../strings/language';
import { now } from '../../now';
import { fromLocalText, toLocalText } from './dueAt';
import { type Chosen, offeredFor, type RuleName, type RuleOccasion } from './ruleFields';
import { ruleValue } from './ruleWords';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './RuleField.module.css';

interface RuleFieldProps {
  readonly name: RuleName;
  readonly settings: Settings;
  readonly where: RuleOccasion;
  readonly isRefused: boolean;
  readonly onChange: (change: Chosen) => void;
}

/** Field of one rule: name, options, and an explanation of the chosen one. */
export function RuleField(props: RuleFieldProps) {
  const { name, settings } = props;
  const id = `rule-${name}`;
  return (
    <div class={cx(shared.field, styles.ruleField, typeof settings[name] === 'boolean' && styles.isSwitch)}>
      <label for={id}>{t(`rules.${name}.label`)}</label>
      <Control id={id} {...props} />
      <p id={`${id}-text`} class="hint">
        {t(`rules.${name}.text`)}
      </p>
      {props.isRefused && (
        <p class={shared.problem} role="alert">
          {t('rejection.nothingToAsk')}
        </p>
      )}
    </div>
  );
}

function Control({
  id,
  name,
  settings,
  where,
  isRefused,
  onChange,
}: RuleFieldProps & { readonly id: string }) {
  const said = { id, 'aria-describedby': `${id}-text` };
  const value = settings[name];
  if (name === 'dueAt')
    return (
      <input
        {...said}
        class={cx(shared.input, styles.input)}
        type="datetime-local"
        min={toLocalText(now())}
        value={settings.dueAt === null ? '' : toLocalText(settings.dueAt)}
        onChange={({ currentTarget }) => onChange({ dueAt: fromLocalText(currentTarget.value) })}
      />
    );
  if (typeof value === 'boolean')
    return (
      <input
        {...said}
        class={shared.switch}
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.checked })}
      />
    );
  const offered = offeredFor(name, settings, where);
  return (
    <select
      {...said}
      class={cx(shared.input, styles.input)}
      value={String(value)}
      aria-invalid={isRefused}
      onChange={({ currentTarget }) => onChange({ [name]: offered[currentTarget.selectedIndex] })}
    >
      {offered.map((one) => (
        <option key={String(one)} value={String(one)}>
          {ruleValue(name, one)}
        </option>
      ))}
    </select>
  );
}
