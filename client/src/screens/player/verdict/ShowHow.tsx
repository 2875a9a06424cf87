import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import verdictCardStyles from './VerdictCard.module.css';

/** Wrong tries at one part after which a player who practises may see the right answer. */
export const MISSES_TO_SHOW = 3;

/** Button that reveals the right working of one part. */
export function ShowHow({ working }: { readonly working: () => string }) {
  const [isShown, setShown] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isShown) shown.current?.focus({ preventScroll: true });
  }, [isShown]);
  return isShown ? (
    <p class={verdictCardStyles.verdictOwn} ref={shown} tabIndex={-1} data-testid="show-how">
      <span class="muted">{t('play.reveal.truth')}</span> <span class="digits">{working()}</span>
    </p>
  ) : (
    <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={() => setShown(true)}>
      {t('practise.showHow')}
    </button>
  );
}
