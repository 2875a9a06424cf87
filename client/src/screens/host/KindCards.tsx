import { SESSION_KINDS, type SessionKind } from '@relay/shared/lesson/settings';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import styles from './KindCards.module.css';

interface KindCardsProps {
  readonly kind: SessionKind;
  readonly onChoose: (kind: SessionKind) => void;
}

/** Kinds of session, one card each. */
export function KindCards({ kind, onChoose }: KindCardsProps) {
  return (
    <fieldset class={styles.kinds}>
      <legend>{t('host.kind')}</legend>
      {SESSION_KINDS.map((one) => (
        <label key={one} class={cx(styles.kind, one === kind && styles.isChosen)}>
          <input
            type="radio"
            name="kind"
            value={one}
            checked={one === kind}
            aria-labelledby={`kind-${one}`}
            aria-describedby={`kind-${one}-text`}
            onChange={() => onChoose(one)}
          />
          <b id={`kind-${one}`}>{t(`host.kinds.${one}`)}</b>
          <span id={`kind-${one}-text`} class="hint">
            {t(`host.kindTexts.${one}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
