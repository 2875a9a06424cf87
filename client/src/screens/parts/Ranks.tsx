import type { PublicView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { compareNames } from '../../strings/order';
import { writtenPoints } from '../../picture/numbers/written';
import { cx } from '../../styles/cx';
import shared from './shared.module.css';
import styles from './Ranks.module.css';

interface Ranked {
  readonly player: string;
  readonly name: string;
  readonly score: number;
  readonly rank: number;
}

interface RanksProps {
  readonly heading: string;
  readonly players: readonly Ranked[];
  readonly view: PublicView;
  /** Player whose row is highlighted. */
  readonly own?: string | null;
  readonly class?: string | undefined;
}

/** Rows of the ranking. */
export function Ranks({ heading, players, view, own = null, class: look = '' }: RanksProps) {
  const hasNames = view.session['']?.display.names ?? true;
  // Without names a player still sees the own place among the others; on the projector nothing is left to read.
  if (!hasNames && own === null) return null;
  const sorted = hasNames
    ? players.toSorted((a, b) => a.rank - b.rank || compareNames(a.name, b.name))
    : players;
  return (
    <section class={cx(shared.card, styles.ranks, look)}>
      <h2>{heading}</h2>
      <ol>
        {sorted.map(({ player, name, score, rank }) => (
          <li key={player} class={cx(player === own && styles.isMe)}>
            <b class="digits">{rank}</b>
            <span>{hasNames || player === own ? name : ''}</span>
            <span class="digits">{t('play.ended.points', { points: writtenPoints(score) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
