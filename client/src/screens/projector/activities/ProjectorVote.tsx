import { useMemo } from 'preact/hooks';
import { unitName } from '@relay/shared/maths/unit';
import type { PublicView } from '@relay/shared/referee/view';
import { progressWords } from '../../../describe/activities';
import { t } from '../../../strings/language';
import { pictureOf, defaultPictureOptions } from '../../../picture/picture';
import { mistakePlaces, type VoteFacts, voteFacts } from '../../../picture/activities/activities';
import type { Vote } from '../../../picture/activities/activity';
import { WorkingCard } from '../../parts/WorkingCard';
import { SlipCreature, VoteBars } from '../../parts/activities/VoteOutcome';
import { useShow, useStage } from '../../parts/useStage';
import { cx } from '../../../styles/cx';
import playStyles from '../../player/Play.module.css';
import choicesStyles from '../../player/questions/Choices.module.css';
import projectorStyles from '../Projector.module.css';
import styles from './ProjectorVote.module.css';

interface BigVoteProps {
  readonly view: PublicView;
  readonly vote: Vote;
}

/** Wrong working for all to search; then the votes. Never names its author. */
export function ProjectorVote({ view, vote }: BigVoteProps) {
  const shown = useMemo(() => voteFacts(view, vote), [view, vote]);
  return shown && <Shown view={view} vote={vote} shown={shown} />;
}

function Shown({ view, vote, shown }: BigVoteProps & { readonly shown: VoteFacts }) {
  const { network, edge, working, outcome } = vote;
  const { frame, stage } = useStage();
  const words = { target: t('play.target'), error: t('questions.blank.error') };
  const picture = pictureOf({
    ...defaultPictureOptions(shown.view, shown.run, words),
    mine: { unit: unitName(network, { layer: edge.layer, index: edge.to }), edge },
    pulsing: mistakePlaces(vote),
    scale: 'projector',
  });
  useShow(stage, picture);
  return (
    <main class={cx(projectorStyles.bigRound, projectorStyles.bigTogether, styles.bigTogether)}>
      <section class={projectorStyles.bigNet} aria-label={t('play.network')}>
        <div class={playStyles.netFrame} ref={frame} />
      </section>
      <aside class={cx(projectorStyles.bigSide, outcome ? styles.isOver : null)}>
        <h1>
          {outcome
            ? t('activities.vote.slipWas', { term: t(`play.term.${outcome.term}`) })
            : t('activities.vote.heading')}
        </h1>
        <WorkingCard
          network={network}
          edge={edge}
          working={working}
          card={(term, content) => (
            <span
              class={cx(
                choicesStyles.choice,
                choicesStyles.choiceCard,
                styles.choiceCard,
                outcome?.term === term && styles.isMistaken,
              )}
            >
              {content}
            </span>
          )}
        />
        <VoteBars vote={vote} />
      </aside>
      <div class={projectorStyles.bigRibbon}>
        {outcome ? (
          <SlipCreature vote={vote} />
        ) : (
          <>
            <b class={cx(projectorStyles.bigCount, 'digits')}>{progressWords(view, vote)}</b>
            <span>{t('activities.vote.text')}</span>
          </>
        )}
      </div>
    </main>
  );
}
