import { t } from '../../strings/language';
import { StarIcon } from '../parts/icons';

/** Stars that are earned, and those that are still to be. */
export function Stars({ stars }: { readonly stars: number }) {
  return (
    <span data-testid="stars" data-value={stars}>
      <StarRow stars={stars} />
    </span>
  );
}

export function StarRow({ stars }: { readonly stars: number }) {
  return (
    <span class="stars">
      {[1, 2, 3].map((one) => (
        <StarIcon key={one} class={one <= stars ? 'star is-earned' : 'star'} />
      ))}
      <span class="unseen">{t('practise.stars', { stars })}</span>
    </span>
  );
}
