import type { PlayerView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import symbols from '../../parts/symbols.module.css';
import finishingStyles from './Finishing.module.css';
import styles from './WarmUp.module.css';

interface WarmUpOfferProps {
  readonly warmUp: NonNullable<PlayerView['warmUp']>;
  readonly onAsk: () => void;
}

/** Offer of a warm-up question, on a network of its own, to a player without a seat. */
export function WarmUpOffer({ warmUp, onAsk }: WarmUpOfferProps) {
  return (
    <div class={styles.warmUpOffer}>
      <p>{t('warmUp.text')}</p>
      <button
        type="button"
        class={cx(shared.button, finishingStyles.button, shared.buttonFirst)}
        data-testid="warm-up"
        onClick={onAsk}
      >
        <span class={symbols.diamond} aria-hidden="true">
          ◆
        </span>{' '}
        {t(warmUp === 'open' ? 'warmUp.back' : 'warmUp.ask')}
      </button>
    </div>
  );
}

/** Notice that a question is a warm-up without points. `onAside`: back to the open activity. */
export function WarmUpStrip({ onAside }: { readonly onAside: (() => void) | null }) {
  return (
    <div class={finishingStyles.finishing} data-testid="warm-up-strip">
      <p>
        {t('warmUp.strip')} <b>{t('warmUp.after')}</b>
      </p>
      {onAside && (
        <button
          type="button"
          class={cx(shared.button, finishingStyles.button, shared.buttonSmall)}
          onClick={onAside}
        >
          {t('relay.extra.aside')}
        </button>
      )}
    </div>
  );
}
