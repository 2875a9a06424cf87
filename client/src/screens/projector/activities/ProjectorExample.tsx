import { unitName } from '@relay/shared/maths/unit';
import type { Example } from '@relay/shared/referee/activities/example';
import type { PublicView } from '@relay/shared/referee/view';
import { useMemo } from 'preact/hooks';
import { mistakeName } from '../../../describe/mistakes';
import { exampleFacts, examplePlaces, type VoteFacts } from '../../../picture/activities/activities';
import { defaultPictureOptions, pictureOf } from '../../../picture/picture';
import { t } from '../../../strings/language';
import { MistakeCreature } from '../../parts/activities/VoteOutcome';
import { useShow, useStage } from '../../parts/useStage';
import { WorkingCard } from '../../parts/WorkingCard';
import { cx } from '../../../styles/cx';
import playStyles from '../../player/Play.module.css';
import choicesStyles from '../../player/questions/Choices.module.css';
import projectorStyles from '../Projector.module.css';
import styles from './ProjectorVote.module.css';

interface ProjectorExampleProps {
  readonly view: PublicView;
  readonly example: Example;
}

/** Key of an example: another topic is another drawing. */
export const exampleKey = ({ topic }: Example): string =>
  topic.type === 'mistake' ? topic.mistake : topic.part;

/** Worked example of a mistake or of a part, on a network of its own: nobody in the class wrote it. */
export function ProjectorExample({ view, example }: ProjectorExampleProps) {
  const shown = useMemo(() => exampleFacts(view, example), [view, example]);
  return shown && <Shown example={example} shown={shown} />;
}

function Shown({ example, shown }: { readonly example: Example; readonly shown: VoteFacts }) {
  const { network, edge, topic } = example;
  const { frame, stage } = useStage();
  const words = { target: t('play.target'), error: t('questions.blank.error') };
  useShow(
    stage,
    pictureOf({
      ...defaultPictureOptions(shown.view, shown.run, words),
      mine: { unit: unitName(network, { layer: edge.layer, index: edge.to }), edge },
      pulsing: examplePlaces(example),
      scale: 'projector',
    }),
  );
  const isMistake = topic.type === 'mistake';
  return (
    <main
      class={cx(projectorStyles.bigRound, projectorStyles.bigTogether, styles.bigTogether)}
      data-testid="example"
    >
      <section class={projectorStyles.bigNet} aria-label={t('play.network')}>
        <div class={playStyles.netFrame} ref={frame} />
      </section>
      <aside class={projectorStyles.bigSide}>
        <h1>{isMistake ? mistakeName(topic.mistake) : t(`hostConsole.example.part.${topic.part}`)}</h1>
        <Working example={example} />
      </aside>
      <div class={projectorStyles.bigRibbon}>
        {isMistake ? (
          <MistakeCreature mistake={topic.mistake} />
        ) : (
          <span>{t(`hostConsole.example.partText.${topic.part}`)}</span>
        )}
      </div>
    </main>
  );
}

/** The set of three with the mistake in it, or the right one. */
function Working({ example: { network, edge, working, term } }: { readonly example: Example }) {
  if (!working) return <p>{t('hostConsole.example.noWorking')}</p>;
  return (
    <WorkingCard
      network={network}
      edge={edge}
      working={working}
      title={t(term === null ? 'hostConsole.example.right' : 'hostConsole.example.wrong')}
      card={(one, content) => (
        <span
          class={cx(
            choicesStyles.choice,
            choicesStyles.choiceCard,
            styles.choiceCard,
            term === one && styles.isMistaken,
          )}
        >
          {content}
        </span>
      )}
    />
  );
}
