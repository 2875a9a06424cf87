import type { ClientCommand } from '@relay/shared/protocol';
import type { RunView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { MachineTraining } from './Machine';

interface ActsProps {
  readonly teams: readonly RunView[];
  /** @returns whether it was taken */
  readonly onCommand: (command: ClientCommand) => Promise<boolean>;
}

/** What can be done between rounds. */
export function ActivityButtons({ teams, onCommand }: ActsProps) {
  return (
    <section class="card acts" aria-labelledby="acts-heading">
      <h2 id="acts-heading">{t('acts.heading')}</h2>
      <p class="hint">{t('acts.hint')}</p>
      <div class="acts-ways">
        {(['vote', 'sheet'] as const).map((act) => (
          <div key={act} class="acts-way">
            <button
              type="button"
              class="button"
              aria-describedby={`act-${act}`}
              onClick={() => void onCommand({ type: act === 'vote' ? 'openVote' : 'openSheet' })}
            >
              {t(`acts.${act}.open`)}
            </button>
            <p id={`act-${act}`} class="hint">
              {t(`acts.${act}.text`)}
            </p>
          </div>
        ))}
      </div>
      <MachineTraining teams={teams} onCommand={onCommand} />
    </section>
  );
}
