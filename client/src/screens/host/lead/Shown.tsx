import type { DisplayOptions as ShownNow } from '@relay/shared/referee/session/state';
import { t } from '../../../strings/language';

const SWITCHES = ['names', 'scores', 'ranks'] as const;

interface ShownProps {
  readonly shown: ShownNow;
  readonly onShow: (shown: Partial<ShownNow>) => void;
}

/** What the host lets be seen, at any time. */
export function Shown({ shown, onShow }: ShownProps) {
  return (
    <fieldset class="card shown">
      <legend>{t('lead.shown.heading')}</legend>
      {SWITCHES.map((name) => (
        <label key={name} class="shown-one">
          <input
            type="checkbox"
            class="switch"
            checked={shown[name]}
            onChange={({ currentTarget }) => onShow({ [name]: currentTarget.checked })}
          />
          {t(`lead.shown.${name}`)}
        </label>
      ))}
      <p class="hint">{t('lead.shown.text')}</p>
    </fieldset>
  );
}
