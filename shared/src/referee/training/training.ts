import type { Event } from '../event.ts';
import { rulesFor } from '../session/rules.ts';
import type { Session } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';
import { machineSteps, staysFinite } from './weights.ts';

/** What the machine's steps would make of every team's network. */
export function trainByMachine(session: Session, steps: number, at: number): Event[] {
  return teamRuns(session).map((run) => ({
    type: 'machineTrained',
    at,
    run: run.id,
    steps,
    // A team that has not played a round yet goes by the present rules.
    ...machineSteps(run.lanes.length > 0 ? run : { ...run, rules: rulesFor(session, 0) }, steps),
  }));
}

/** Whether a network that the machine has trained leaves what can be computed with. */
export function hasDiverged({ runs, data }: Session, events: readonly Event[]): boolean {
  return events.some(
    (event) =>
      event.type === 'machineTrained' &&
      !staysFinite({ ...runs[event.run]!.network, ...event.parameters }, data),
  );
}
