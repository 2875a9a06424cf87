import { t } from '../../../strings/language';
import styles from './Clean.module.css';

const RAYS = [
  [21, 30, 15],
  [60, 23, 21],
  [100, 31, 14],
] as const;

/** Path of a four-pointed star, slightly irregular. */
const star = (x: number, y: number, r: number): string => {
  const s = r * 0.3;
  return `M${x} ${y - r}q${s * 0.4} ${r - s} ${r} ${r}q${s - r} ${s * 0.5} ${-r} ${r}q${-s * 0.5} ${s - r} ${-r} ${-r}q${r - s} ${-s * 0.4} ${r} ${-r}Z`;
};

/** Stars for a lane completed without a miss. */
export function Clean() {
  return (
    <div class={styles.clean} data-testid="clean">
      <svg viewBox="0 0 120 48" class={styles.cleanStars} aria-hidden="true" focusable="false">
        {RAYS.map(([x, y, r], i) => (
          <path key={i} d={star(x, y, r)} style={{ animationDelay: `${i * 180}ms` }} />
        ))}
      </svg>
      <p>
        <b>{t('relay.clean.heading')}</b> {t('relay.clean.text')}
      </p>
    </div>
  );
}
