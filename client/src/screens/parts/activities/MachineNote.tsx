import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { RunView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { writtenLoss } from '../../../picture/numbers/written';
import { say } from '../../announcer';
import { cx } from '../../../styles/cx';
import styles from './MachineNote.module.css';

/** Sentence about the machine's steps since the last round of a run; null without any. */
function machineWords({ movedBy, losses }: RunView): string | null {
  const last = movedBy.findLastIndex(({ type }) => type === 'round');
  const moves = movedBy.slice(last + 1).flatMap((moved) => (moved.type === 'machine' ? [moved] : []));
  if (moves.length === 0) return null;
  const [before, after] = [losses[last + 1]!, losses.at(-1)!].map(writtenLoss) as [string, string];
  const count = moves.reduce((sum, { steps }) => sum + steps, 0);
  const isUnrounded = moves.some(({ unrounded }) => unrounded);
  return t(isUnrounded ? 'activities.machineUnrounded' : 'activities.machine', { count, before, after });
}

interface MachineNoteProps {
  readonly run: RunView;
  /** Sentence about the newest step, replaced once the machine has taken further steps. */
  readonly children?: ComponentChildren;
  readonly class?: string | undefined;
}

/** "The machine took 1,000 steps: loss 0.03 → 0.0001" */
export function MachineNote({ run, children, class: look = '' }: MachineNoteProps) {
  const words = machineWords(run);
  useEffect(() => {
    if (words !== null) say(words);
  }, [words]);
  return words === null ? (
    <>{children}</>
  ) : (
    <strong class={cx(styles.machineNote, look)} data-testid="machine-note">
      {words}
    </strong>
  );
}
