import type { PublicView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { writtenFull } from '../../view/written';
import { Character } from '../parts/Character';
import { Ranks } from '../parts/Ranks';
import { LossCurve } from '../parts/LossCurve';

const CURVES_SHOWN = 6;

/** The end: what the teams' networks have learnt. */
export function BigEnd({ view }: { readonly view: PublicView }) {
  const runs = Object.values(view.runs).filter(({ losses }) => losses.length > 1);
  const podium = view.session['']?.podium;
  const teamLine = (id: string): string => {
    const result = podium?.teams.find(({ run }) => run === id);
    const name = t('host.teamCaption', { team: id });
    return result ? `${result.rank}. ${name} (${Math.round(result.points)})` : name;
  };
  return (
    <main class="big-end">
      <div class="big-end-head">
        <Character kind="output" mood="hop" class="big-figure" />
        <h1>{runs.length > 0 ? t('projector.thanks') : t('host.ended')}</h1>
        <Character kind="hidden" mood="hop" class="big-figure" />
      </div>
      <div class={`big-curves curves-${Math.min(runs.length, CURVES_SHOWN)}`}>
        {runs.slice(0, CURVES_SHOWN).map(({ id, losses }) => (
          <section key={id} class="card">
            <h2>
              {runs.length > 1 && `${teamLine(id)}: `}
              {t('projector.lossStory', {
                first: writtenFull(losses[0]!),
                last: writtenFull(losses.at(-1)!),
                count: losses.length - 1,
              })}
            </h2>
            <LossCurve losses={losses} isProjector />
          </section>
        ))}
        {podium && podium.players.length > 0 && (
          <Ranks heading={t('projector.best')} players={podium.players} view={view} />
        )}
      </div>
    </main>
  );
}
