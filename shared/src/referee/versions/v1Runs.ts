import type { EarlierEvent } from './step.ts';

/** Runs in version 1: a team had no owner, and at the start a run's id alone told what it is. */
export const V1_RUNS: Readonly<Record<string, (event: EarlierEvent) => EarlierEvent>> = {
  sessionStarted: ({ teams, ...event }) => ({ ...event, runs: (teams as readonly V1Team[]).map(started) }),
  runOpened: ({ owner, ...event }) =>
    owner === null ? { ...event, kind: 'team' } : { ...event, kind: 'own', owner },
};

interface V1Team {
  readonly run: string;
  readonly players: readonly string[];
}

/** Teams have letters, one player's own runs numbers. */
function started({ run, players }: V1Team) {
  return /^\d/u.test(run) ? { kind: 'own', run, owner: players[0] } : { kind: 'team', run, players };
}
