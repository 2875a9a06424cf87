import type { Press } from '@relay/shared/referee/press';
import type { RunView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { LeadButton } from '../control/LeadButton';
import { MachineTraining } from './MachineTraining';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './ActivityButtons.module.css';

interface ActsProps {
  readonly teams: readonly RunView[];
  /** Step to which the teams' weights are rounded; null: they are not. */
  readonly snap: number | null;
  /** @returns whether the command was accepted */
  readonly onCommand: (press: Press) => Promise<boolean>;
}

/** Buttons that start an activity between rounds. */
export function ActivityButtons({ teams, snap, onCommand }: ActsProps) {
  return (
    <section class={cx(shared.card, styles.acts)} aria-labelledby="acts-heading">
      <h2 id="acts-heading">{t('hostActivities.heading')}</h2>
      <p class="hint">{t('hostActivities.hint')}</p>
      <div class={styles.actsWays}>
        {(['vote', 'exitTicket'] as const).map((act) => (
          <div key={act} class={styles.actsWay}>
            <LeadButton
              describedBy={`act-${act}`}
              onPress={() =>
                void onCommand(act === 'vote' ? { type: 'openVote' } : { type: 'openExitTicket' })
              }
            >
              {t(`hostActivities.${act}.open`)}
            </LeadButton>
            <p id={`act-${act}`} class="hint">
              {t(`hostActivities.${act}.text`)}
            </p>
          </div>
        ))}
      </div>
      <MachineTraining teams={teams} snap={snap} onCommand={onCommand} />
    </section>
  );
}
