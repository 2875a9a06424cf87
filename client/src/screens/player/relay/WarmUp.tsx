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

/** For who has no seat while others answer: something to do that is nobody's secret. */
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

/** What this question is, and that it is for nothing. `onAside`: back to what is open between rounds. */
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
