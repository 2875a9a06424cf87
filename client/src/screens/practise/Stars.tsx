import { t } from '../../strings/language';
import { StarIcon } from '../parts/icons';
import { cx } from '../../styles/cx';
import styles from './Stars.module.css';

/** Stars earned, and outlines of the others. */
export function Stars({ stars }: { readonly stars: number }) {
  return (
    <span data-testid="stars" data-value={stars}>
      <StarRow stars={stars} />
    </span>
  );
}

export function StarRow({ stars }: { readonly stars: number }) {
  return (
    <span class={styles.stars}>
      {[1, 2, 3].map((one) => (
        <StarIcon key={one} class={cx(one <= stars ? cx(styles.star, styles.isEarned) : styles.star)} />
      ))}
      <span class="visually-hidden">{t('practise.stars', { stars })}</span>
    </span>
  );
}
