import type { PublicView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { compareNames } from '../../strings/order';
import { writtenPoints } from '../../picture/numbers/written';
import { Character } from '../parts/Character';
import { cx } from '../../styles/cx';
import styles from './Podium.module.css';

const STEPS = [1, 2, 3] as const;
/** Names that fit on a step; further ones are counted. */
const NAMES_SHOWN = 3;

interface Placed {
  readonly name: string;
  readonly points: number;
  readonly rank: number;
}

/** Teams where there are several, otherwise players. */
function placedIn({ session, players }: PublicView): readonly Placed[] {
  const podium = session['']?.podium;
  if (!podium) return [];
  if (podium.teams.length > 1) {
    return podium.teams.flatMap(({ run, points, rank }) =>
      rank === null ? [] : [{ name: t('host.teamCaption', { team: run }), points, rank }],
    );
  }
  if (!session['']?.display.names) return [];
  return podium.players
    .map(({ player, score, rank }) => ({ name: players[player]?.name ?? '', points: score, rank }))
    .toSorted((a, b) => a.rank - b.rank || compareNames(a.name, b.name));
}

/** Third, second and first rise one after the other; with reduced motion all at once. Equal ranks share a step. */
export function Podium({ view }: { readonly view: PublicView }) {
  const placed = placedIn(view);
  const steps = STEPS.map((rank) => ({ rank, on: placed.filter((one) => one.rank === rank) }));
  return (
    <ol class={styles.podium}>
      {steps
        .filter(({ on }) => on.length > 0)
        .map(({ rank, on }) => (
          <li key={rank} class={styles.podiumStep} data-rank={rank}>
            <Character kind={rank === 1 ? 'output' : 'hidden'} mood="hop" class={styles.podiumFigure} />
            <b class={styles.podiumNames}>
              {on
                .slice(0, NAMES_SHOWN)
                .map(({ name }) => name)
                .join(' · ')}
              {on.length > NAMES_SHOWN && ` +${on.length - NAMES_SHOWN}`}
            </b>
            <span class={cx(styles.podiumBlock, 'digits')}>
              <b class={styles.podiumRank}>{rank}</b>
              {t('play.ended.points', { points: writtenPoints(on[0]!.points) })}
            </span>
          </li>
        ))}
    </ol>
  );
}
