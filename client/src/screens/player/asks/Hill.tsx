import { t } from '../../../strings/language';

/** How far the board tilts, degrees: the same for every slope, the picture says only which way. */
const TILT = 13;

/**
 * A ball on the slope of E. Until it is known which way is down the board lies level and behind a question mark; then it
 * tilts and the ball rolls.
 */
export function Hill({ way }: { readonly way: 'up' | 'down' | 'stay' | null }) {
  const tilt = way === 'up' ? TILT : way === 'down' ? -TILT : 0;
  return (
    <figure class={`hill ${way === null ? 'is-open' : `goes-${way}`}`}>
      <svg viewBox="0 0 300 92" aria-hidden="true" focusable="false">
        <path class="hill-foot" d="M150 62 136 84h28Z" />
        <g class="hill-tilt" style={{ transform: `rotate(${tilt}deg)` }}>
          <path class="hill-board" d="M34 62c40-1.600 70 1.200 116 0s80-1 116 .400" />
          <g class="hill-ball">
            <circle cx="150" cy="42" r="18" />
            {way === null ? (
              <text x="150" y="49">
                ?
              </text>
            ) : (
              <>
                <path class="hill-eye" d="M144 38v.1M156 38v.1" />
                <path class="hill-mouth" d="M144 46c3 4 9 4 12 0" />
              </>
            )}
          </g>
        </g>
        <text class="hill-end" x="4" y="88">
          {t('asks.update.smaller')}
        </text>
        <text class="hill-end is-right" x="296" y="88">
          {t('asks.update.larger')}
        </text>
      </svg>
      <figcaption>{t(way === null ? 'asks.update.before' : `asks.update.after.${way}`)}</figcaption>
    </figure>
  );
}
