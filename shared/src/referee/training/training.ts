import type { Event } from '../event.ts';
import { rulesFor } from '../session/rules.ts';
import type { Session } from '../session/state.ts';
import type { Sliced } from '../../slices.ts';
import { teamRuns } from '../teams/teams.ts';
import { staysFinite } from './onData.ts';
import { machineSteps } from './weights.ts';

interface MachineTraining {
  readonly events: readonly Event[];
  /** False where a trained network leads to numbers that are not finite. */
  readonly isFinite: boolean;
}

/** Trains every team's network by `steps` true updates. */
export function* trainByMachine(session: Session, steps: number, at: number): Sliced<MachineTraining> {
  const events: Event[] = [];
  let isFinite = true;
  for (const run of teamRuns(session)) {
    // A team without a round so far has no rules of its own yet: the present ones apply.
    const ruled = run.lanes.length > 0 ? run : { ...run, rules: rulesFor(session, 0) };
    const { network, ...move } = yield* machineSteps(ruled, steps);
    events.push({ type: 'machineTrained', at, run: run.id, ...move });
    isFinite &&= yield* staysFinite(network, session.data);
    yield;
  }
  return { events, isFinite };
}
