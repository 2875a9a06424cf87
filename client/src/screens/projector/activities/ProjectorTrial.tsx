import { progressWords, trialWords } from '../../../describe/activities';
import { t } from '../../../strings/language';
import { pictureOf, defaultPictureOptions } from '../../../picture/picture';
import type { PublicView } from '@relay/shared/referee/view';
import type { Trial } from '../../../picture/activities/activity';
import { trialView } from '../../../picture/activities/trial';
import { written, writtenShort } from '../../../picture/numbers/written';
import { DecisionBoundary } from '../../parts/DecisionBoundary';
import { GuessLines } from '../../parts/activities/GuessLine';
import { useShow, useStage } from '../../parts/useStage';
import { cx } from '../../../styles/cx';
import playStyles from '../../player/Play.module.css';
import projectorStyles from '../Projector.module.css';
import styles from './ProjectorTrial.module.css';

interface BigTrialProps {
  readonly view: PublicView;
  readonly run: string;
  readonly trial: Trial;
}

/** Inputs that the network was not trained on; then all guesses as dots, and the output of each network. */
export function ProjectorTrial({ view, run, trial }: BigTrialProps) {
  const shown = trialView(view, run, trial);
  const { frame, stage } = useStage();
  const words = { target: t('play.target'), error: t('questions.blank.error') };
  useShow(stage, shown && pictureOf({ ...defaultPictureOptions(shown, run, words), scale: 'projector' }));
  const said = Object.entries(trial.outcome?.outputs ?? {});
  const network = view.networks[run];
  const inputs = trial.x.map(written).join(', ');
  return (
    <main class={cx(projectorStyles.bigRound, projectorStyles.bigTogether)}>
      <section class={projectorStyles.bigNet} aria-label={t('play.network')}>
        <div class={playStyles.netFrame} ref={frame} />
      </section>
      <aside class={projectorStyles.bigSide}>
        <h1>{t('activities.trial.heading', { inputs })}</h1>
        {trial.closed ? (
          <>
            <GuessLines trial={trial} />
            <ul class={cx(styles.bigSaid, said.length > 2 && styles.isCrowd)}>
              {said.map(([team, outputs]) => (
                <li key={team}>
                  <span>
                    {said.length > 1 ? t('host.teamCaption', { team }) : t('activities.trial.network')}
                  </span>
                  <b class="digits">({outputs.map(writtenShort).join(', ')})</b>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <p class={projectorStyles.bigLead}>{trialWords(view, trial)}</p>
            {network?.inputs === 2 && (
              <DecisionBoundary network={network} samples={view.data[''] ?? []} asked={trial.x} isCovered />
            )}
          </>
        )}
      </aside>
      <p class={projectorStyles.bigRibbon}>
        <b class={cx(projectorStyles.bigCount, 'digits')}>
          {trial.closed ? trialWords(view, trial) : progressWords(view, trial)}
        </b>
      </p>
    </main>
  );
}
