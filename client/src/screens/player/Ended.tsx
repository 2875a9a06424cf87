import { t } from '../../strings/language';
import { lossChangeWords } from '../../describe/lossChange';
import type { TableState } from '../../table/table';
import { currentRun, sessionOf } from '../../picture/session';
import { writtenPoints } from '../../picture/numbers/written';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { Ranks } from '../parts/Ranks';
import { LossCurve } from '../parts/LossCurve';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './Ended.module.css';

/** Page after the end of a session: loss of the network and results of the player. */
export function Ended({ state }: { readonly state: TableState }) {
  const { view, mine } = state;
  const run = currentRun(state);
  const hasLearnt = run !== undefined && run.losses.length > 1;
  return (
    <main class={styles.ended}>
      <Character kind="output" mood="hop" class={styles.endedFigure} />
      <h1>{hasLearnt ? t('play.ended.heading') : t('play.ended.early')}</h1>
      {hasLearnt && <p class="lead">{lossChangeWords(run)}</p>}
      <Score score={mine?.score ?? null} />
      <Improved state={state} />
      {view && mine?.ranks && mine.ranks.length > 1 && (
        <Ranks heading={t('play.ended.ranks')} players={mine.ranks} view={view} own={mine.player} />
      )}
      {hasLearnt && <LossCurve class={styles.endedCurve} run={run} />}
      <Link to="/" class={cx(shared.button, shared.buttonFirst)}>
        {t('play.ended.home')}
      </Link>
    </main>
  );
}

function Score({ score }: { readonly score: number | null }) {
  if (score === null) return <p class={styles.endedScore}>{t('learning.noScores')}</p>;
  return (
    <p class={styles.endedScore}>
      {t('play.ended.score')} <b class="digits">{writtenPoints(score)}</b>
    </p>
  );
}

/** Note for a player among those who improved most: by how much. */
function Improved({ state: { view, mine } }: { readonly state: TableState }) {
  const improved = sessionOf(view)?.podium?.improved.find(({ player }) => player === mine?.player);
  if (!improved) return null;
  return (
    <p class="lead">
      {t('learning.improved')}: {t('learning.improvedBy', { points: writtenPoints(improved.by) })}
    </p>
  );
}
