import type { DisplayOptions as ShownNow } from '@relay/shared/referee/session/state';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './DisplayOptionsPanel.module.css';

const SWITCHES = ['names', 'scores', 'ranks'] as const;

interface ShownProps {
  readonly shown: ShownNow;
  readonly onShow: (shown: Partial<ShownNow>) => void;
}

/** Display options, which the host can change at any time. */
export function DisplayOptionsPanel({ shown, onShow }: ShownProps) {
  return (
    <fieldset class={cx(shared.card, styles.shown)}>
      <legend>{t('sessionControl.shown.heading')}</legend>
      {SWITCHES.map((name) => (
        <label key={name} class={styles.shownOne}>
          <input
            type="checkbox"
            class={shared.switch}
            checked={shown[name]}
            onChange={({ currentTarget }) => onShow({ [name]: currentTarget.checked })}
          />
          {t(`sessionControl.shown.${name}`)}
        </label>
      ))}
      <p class="hint">{t('sessionControl.shown.text')}</p>
    </fieldset>
  );
}
