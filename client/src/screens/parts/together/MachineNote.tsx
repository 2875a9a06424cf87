import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { writtenFull } from '../../../view/written';
import { say } from '../../announcer';

interface Done {
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

/** What the machine has just done to a run; null where it has done nothing since this page was there. */
function useMachine(run: RunView | undefined): Done | null {
  const [done, tell] = useState<Done | null>(null);
  const known = useRef({ run: run?.id, steps: run?.machineSteps ?? 0, round: run?.round });
  useEffect(() => {
    const before = known.current;
    known.current = { run: run?.id, steps: run?.machineSteps ?? 0, round: run?.round };
    if (!run || before.run !== run.id || before.round !== run.round) return tell(null);
    const count = run.machineSteps - before.steps;
    const [was, is] = run.losses.slice(-2);
    if (count <= 0 || was === undefined || is === undefined) return;
    tell({ count, before: writtenFull(was), after: writtenFull(is) });
  }, [run?.id, run?.machineSteps, run?.round]);
  return done;
}

interface MachineNoteProps {
  readonly run: RunView | undefined;
  /** What else would be said of the newest step: with the machine's on top of it, it is no longer true. */
  readonly children?: ComponentChildren;
}

/** "The machine took 1,000 steps: loss 0.03 → 0.0001" */
export function MachineNote({ run, children }: MachineNoteProps) {
  const done = useMachine(run);
  const words = done ? t('together.machine', { ...done }) : '';
  useEffect(() => {
    if (words !== '') say(words);
  }, [words]);
  return words === '' ? <>{children}</> : <strong class="machine-note">{words}</strong>;
}
