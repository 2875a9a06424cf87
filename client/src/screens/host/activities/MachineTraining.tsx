import type { Press } from '@relay/shared/referee/press';
import type { RunView } from '@relay/shared/referee/view';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { written, writtenLoss } from '../../../picture/numbers/written';
import { useIsSettled } from '../../parts/settled';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './MachineTraining.module.css';

const STEPS = [1, 10, 100, 1_000] as const;

interface MachineProps {
  readonly teams: readonly RunView[];
  /** Step to which the teams' weights are rounded; null: they are not. */
  readonly snap: number | null;
  readonly onCommand: (press: Press) => Promise<boolean>;
}

interface Done {
  readonly steps: number;
  readonly ms: number;
}

/** Lets the machine take training steps, and shows the time from the press to the reply. */
export function MachineTraining({ teams, snap, onCommand }: MachineProps) {
  const [busy, setBusy] = useState<number | null>(null);
  const isSettled = useIsSettled();
  const [done, setDone] = useState<Done | null>(null);
  const canTrain = teams.every(({ isBetweenRounds }) => isBetweenRounds);
  const losses = teams.flatMap(({ losses: all }) => all.slice(-1));
  const isUnrounded = teams.some(({ movedBy }) => {
    const last = movedBy.at(-1);
    return last?.type === 'machine' && last.unrounded;
  });
  const loss = losses.reduce((sum, one) => sum + one, 0) / Math.max(1, losses.length);

  const train = async (steps: number): Promise<void> => {
    setBusy(steps);
    const since = performance.now();
    const isTaken = await onCommand({ type: 'trainMachine', steps });
    setDone(isTaken ? { steps, ms: performance.now() - since } : null);
    setBusy(null);
  };

  return (
    <div class={styles.machine} role="group" aria-labelledby="machine-heading">
      <h3 id="machine-heading">{t('hostActivities.machine.heading')}</h3>
      <div class={styles.machineSteps}>
        {STEPS.map((steps) => (
          <button
            key={steps}
            type="button"
            class={shared.button}
            disabled={!canTrain}
            aria-disabled={busy !== null || !isSettled}
            onClick={() => busy === null && void train(steps)}
          >
            {t('hostActivities.machine.steps', { count: steps })}
          </button>
        ))}
      </div>
      {snap !== null && <p class="hint">{t('hostActivities.machine.unrounded', { snap: written(snap) })}</p>}
      {busy !== null && <progress aria-label={t('hostActivities.machine.busy')} />}
      <p class={cx(done ? 'digits' : 'hint')} role="status" data-testid="machine-done">
        {busy !== null
          ? t('hostActivities.machine.busy')
          : done
            ? `${t('hostActivities.machine.done', {
                count: done.steps,
                ms: Math.max(1, Math.round(done.ms)),
                loss: writtenLoss(loss),
              })}${isUnrounded ? ` ${t('hostActivities.machine.isUnrounded')}` : ''}`
            : canTrain
              ? ''
              : t('hostActivities.machine.when')}
      </p>
    </div>
  );
}
