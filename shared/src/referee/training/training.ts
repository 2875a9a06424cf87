import type { Event } from '../event.ts';
import { rulesFor } from '../session/rules.ts';
import type { Session } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';
import { machineSteps, staysFinite } from './weights.ts';

/** Trains every team's network by `steps` true updates. */
export function trainByMachine(session: Session, steps: number, at: number): Event[] {
  return teamRuns(session).map((run) => ({
    type: 'machineTrained',
    at,
    run: run.id,
    // A team without a round so far has no rules of its own yet: the present ones apply.
    ...machineSteps(run.lanes.length > 0 ? run : { ...run, rules: rulesFor(session, 0) }, steps),
  }));
}

/** Tells whether any trained network leads to numbers that are not finite. */
export function hasDiverged({ runs, data }: Session, events: readonly Event[]): boolean {
  return events.some(
    (event) =>
      event.type === 'machineTrained' &&
      !staysFinite({ ...runs[event.run]!.network, ...event.parameters }, data),
  );
}
