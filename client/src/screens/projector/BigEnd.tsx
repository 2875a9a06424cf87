import type { PublicView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { written } from '../../view/written';
import { Character } from '../parts/Character';
import { LossCurve } from '../parts/LossCurve';

const CURVES_SHOWN = 6;

/** The end: what the teams' networks have learnt. */
export function BigEnd({ view }: { readonly view: PublicView }) {
  const runs = Object.values(view.runs).filter(({ losses }) => losses.length > 1);
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
              {runs.length > 1 && `${t('host.teamCaption', { team: id })}: `}
              {t('projector.lossStory', {
                first: written(losses[0]!),
                last: written(losses.at(-1)!),
                rounds: losses.length - 1,
              })}
            </h2>
            <LossCurve losses={losses} isProjector />
          </section>
        ))}
      </div>
    </main>
  );
}
