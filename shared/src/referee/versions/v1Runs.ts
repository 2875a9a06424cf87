import type { EarlierEvent } from './step.ts';

/** Conversion of runs in version 1: a team had no owner, and at the start only a run's id told its kind. */
export const V1_RUNS: Readonly<Record<string, (event: EarlierEvent) => EarlierEvent>> = {
  sessionStarted: ({ teams, ...event }) => ({ ...event, runs: (teams as readonly V1Team[]).map(started) }),
  runOpened: ({ owner, ...event }) =>
    owner === null ? { ...event, kind: 'team' } : { ...event, kind: 'own', owner },
};

interface V1Team {
  readonly run: string;
  readonly players: readonly string[];
}

/** Converts a run of version 1: team ids were letters, ids of own runs numbers. */
function started({ run, players }: V1Team) {
  return /^\d/u.test(run) ? { kind: 'own', run, owner: players[0] } : { kind: 'team', run, players };
}
