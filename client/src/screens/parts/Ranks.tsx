import type { PublicView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { writtenPoints } from '../../view/written';

interface RanksProps {
  readonly heading: string;
  readonly players: readonly { readonly player: string; readonly score: number; readonly rank: number }[];
  readonly view: PublicView;
  /** Whose row stands out. */
  readonly own?: string | null;
  readonly class?: string;
}

/** Some rows of the ranking. */
export function Ranks({ heading, players, view, own = null, class: look = '' }: RanksProps) {
  const hasNames = view.session['']?.shown.names ?? true;
  // Without names a player still sees where it stands among the others; on a wall there is nothing to read.
  if (!hasNames && own === null) return null;
  return (
    <section class={`card ranks ${look}`}>
      <h2>{heading}</h2>
      <ol>
        {players.map(({ player, score, rank }) => (
          <li key={player} class={player === own ? 'is-me' : ''}>
            <b class="digits">{rank}</b>
            <span>{hasNames || player === own ? (view.players[player]?.name ?? '') : ''}</span>
            <span class="digits">{t('play.ended.points', { points: writtenPoints(score) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
