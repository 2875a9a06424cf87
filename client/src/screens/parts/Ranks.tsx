import type { PublicView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { compareNames } from '../../strings/order';
import { writtenPoints } from '../../picture/numbers/written';
import { cx } from '../../styles/cx';
import shared from './shared.module.css';
import styles from './Ranks.module.css';

interface RanksProps {
  readonly heading: string;
  readonly players: readonly { readonly player: string; readonly score: number; readonly rank: number }[];
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
  const nameOf = (player: string): string => view.players[player]?.name ?? '';
  const sorted = hasNames
    ? players.toSorted((a, b) => a.rank - b.rank || compareNames(nameOf(a.player), nameOf(b.player)))
    : players;
  return (
    <section class={cx(shared.card, styles.ranks, look)}>
      <h2>{heading}</h2>
      <ol>
        {sorted.map(({ player, score, rank }) => (
          <li key={player} class={cx(player === own && styles.isMe)}>
            <b class="digits">{rank}</b>
            <span>{hasNames || player === own ? nameOf(player) : ''}</span>
            <span class="digits">{t('play.ended.points', { points: writtenPoints(score) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
