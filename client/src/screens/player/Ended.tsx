import { NO_RUN } from '../../describe/phase';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { roundsThatMoved } from '../../view/losses';
import { writtenFull, writtenPoints } from '../../view/written';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { Ranks } from '../parts/Ranks';
import { LossCurve } from '../parts/LossCurve';

export function Ended({ state }: { readonly state: TableState }) {
  const { view, mine } = state;
  const run = view?.runs[mine?.run ?? NO_RUN];
  const losses = run?.losses ?? [];
  const score = mine?.score ?? null;
  const improved = view?.session['']?.podium?.improved.find(({ player }) => player === mine?.player);
  const hasLearnt = losses.length > 1;
  return (
    <main class="ended">
      <Character kind="output" mood="hop" class="ended-figure" />
      <h1>{hasLearnt ? t('play.ended.heading') : t('play.ended.early')}</h1>
      {run && hasLearnt && (
        <p class="lead">
          {t('play.ended.text', {
            first: writtenFull(losses[0]!),
            last: writtenFull(losses.at(-1)!),
            count: roundsThatMoved(run),
          })}
        </p>
      )}
      {score === null ? (
        <p class="ended-score">{t('learning.noScores')}</p>
      ) : (
        <p class="ended-score">
          {t('play.ended.score')} <b class="digits">{writtenPoints(score)}</b>
        </p>
      )}
      {improved && (
        <p class="lead">
          {t('learning.improved')}: {t('learning.improvedBy', { points: writtenPoints(improved.by) })}
        </p>
      )}
      {view && mine?.ranks && mine.ranks.length > 1 && (
        <Ranks heading={t('play.ended.ranks')} players={mine.ranks} view={view} own={mine.player} />
      )}
      {run && hasLearnt && <LossCurve run={run} />}
      <Link to="/" class="button button-first">
        {t('play.ended.home')}
      </Link>
    </main>
  );
}
