import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import styles from './LossHill.module.css';

/** Tilt of the board, degrees. The same for every slope: the picture shows the direction only. */
const TILT = 13;

/**
 * Ball on the slope of E. While the direction is unknown the board is level behind a question mark; then it tilts and
 * the ball rolls.
 */
export function LossHill({ way }: { readonly way: 'up' | 'down' | 'stay' | null }) {
  const tilt = way === 'up' ? TILT : way === 'down' ? -TILT : 0;
  return (
    <figure class={cx(styles.hill, way === null && styles.isOpen)} data-way={way} data-testid="hill">
      <svg viewBox="0 0 220 84" aria-hidden="true" focusable="false">
        <path class={styles.hillFoot} d="M110 61 97 80h26Z" />
        <g class={styles.hillTilt} style={{ transform: `rotate(${tilt}deg)` }}>
          <path class={styles.hillBoard} d="M8 60c36-1.6 66 1.2 102 0s70-1 102 .4" />
          <g class={styles.hillBall}>
            <circle cx="110" cy="39" r="19" />
            {way === null ? (
              <text x="110" y="46">
                ?
              </text>
            ) : (
              <>
                <path class={styles.hillEye} d="M104 35v.1M116 35v.1" />
                <path class={styles.hillMouth} d="M104 43c3 4 9 4 12 0" />
              </>
            )}
          </g>
        </g>
        <text class={styles.hillEnd} x="2" y="80">
          {t('questions.update.smaller')}
        </text>
        <text class={cx(styles.hillEnd, styles.isRight)} x="218" y="80">
          {t('questions.update.larger')}
        </text>
      </svg>
      <figcaption>{t(way === null ? 'questions.update.before' : `questions.update.after.${way}`)}</figcaption>
    </figure>
  );
}
