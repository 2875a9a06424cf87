import type { PublicView, RunView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { roundsThatMoved } from '../../picture/numbers/losses';
import { writtenLoss } from '../../picture/numbers/written';
import { Character } from '../parts/Character';
import { LossCurve } from '../parts/LossCurve';
import { Ranks } from '../parts/Ranks';
import { Podium } from './Podium';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './ProjectorEnd.module.css';

/** More curves than this stand in a grid, without their tables. */
const MOST_WITH_TABLES = 2;
/** Number of curves above which the winner's is larger. */
const MOST_OF_EQUAL_SIZE = 8;
/** Ratio of columns to rows in the grid. */
const COLUMNS_PER_ROW = 1.3;

/** End of the session: podium, and beside it the loss curves of the teams' networks. */
export function ProjectorEnd({ view }: { readonly view: PublicView }) {
  const podium = view.session['']?.podium;
  const placeOf = (id: string): number => podium?.teams.findIndex(({ run }) => run === id) ?? 0;
  const runs = Object.values(view.runs)
    .filter(({ losses }) => losses.length > 1)
    .sort((a, b) => placeOf(a.id) - placeOf(b.id));
  const isGrid = runs.length > MOST_WITH_TABLES;
  const isCrowd = runs.length > MOST_OF_EQUAL_SIZE;
  // The winner's curve takes the room of four.
  const hasWinner = podium?.teams.filter(({ rank }) => rank === 1).length === 1;
  return (
    <main class={styles.bigEnd}>
      <div class={styles.bigEndHead}>
        <Character kind="output" mood="hop" class={styles.bigFigure} />
        <h1>{runs.length > 0 ? t(podium ? 'projector.thanks' : 'learning.noScores') : t('host.ended')}</h1>
        <Character kind="hidden" mood="hop" class={styles.bigFigure} />
      </div>
      {runs.length > 0 && (
        <div class={styles.bigResults}>
          <section class={styles.bigPlaces}>
            <Podium view={view} />
            {podium && podium.players.length > 0 && (
              <Ranks
                heading={t('projector.best')}
                players={podium.players.map((one) => ({
                  ...one,
                  name: view.players[one.player]?.name ?? '',
                }))}
                view={view}
                class={styles.bigRanks}
              />
            )}
            <Improved view={view} />
          </section>
          <div
            class={cx(
              styles.bigCurves,
              runs.length === 1 && styles.isSingle,
              isGrid && styles.isGrid,
              isCrowd && styles.isCrowd,
              hasWinner && styles.hasWinner,
            )}
            style={{
              '--columns': Math.ceil(Math.sqrt((runs.length + (hasWinner ? 3 : 0)) * COLUMNS_PER_ROW)),
            }}
          >
            {runs.map((run) => (
              <Curve key={run.id} run={run} view={view} isGrid={isGrid} />
            ))}
          </div>
        </div>
      )}
    </main>
  );
}

/** Players whose points rose most in a round, as opposed to the leaders. */
function Improved({ view }: { readonly view: PublicView }) {
  const { podium, display } = view.session[''];
  const named = (podium?.improved ?? []).filter(({ player }) => view.players[player]);
  if (named.length === 0 || !display.names) return null;
  return (
    <p class={styles.bigImproved}>
      {t('learning.improved')}: {named.map(({ player }) => view.players[player]!.name).join(' · ')}
    </p>
  );
}

interface CurveProps {
  readonly run: RunView;
  readonly view: PublicView;
  readonly isGrid: boolean;
}

function Curve({ run, view, isGrid }: CurveProps) {
  const { id, losses } = run;
  const result = view.session['']?.podium?.teams.find((team) => team.run === id);
  const name = t('host.teamCaption', { team: id });
  const place = result && result.rank !== null ? `${result.rank}. ` : '';
  const caption = result ? `${place}${name} (${Math.round(result.points)})` : name;
  const hasTeams = Object.keys(view.runs).length > 1;
  return (
    <section class={cx(shared.card, styles.card, result?.rank === 1 && hasTeams && styles.isFirst)}>
      <h2>
        {hasTeams && <span>{caption} </span>}
        {!isGrid &&
          t('projector.lossStory', {
            first: writtenLoss(losses[0]!),
            last: writtenLoss(losses.at(-1)!),
            count: roundsThatMoved(run),
          })}
      </h2>
      <LossCurve run={run} isProjector={!isGrid} class={styles.bigCurve} />
    </section>
  );
}
