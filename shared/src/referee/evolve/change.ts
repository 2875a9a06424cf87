import type { Run, RunId } from '../round/run.ts';
import type { Player, PlayerId, Session } from '../session/state.ts';

/** The session with one of its parts changed. What a log speaks of and the session does not know is a broken log. */

export function withPlayer(session: Session, id: PlayerId, change: (player: Player) => Player): Session {
  const player = session.players[id];
  if (!player) throw new RangeError(`the log speaks of player ${id}, who never joined`);
  return { ...session, players: { ...session.players, [id]: change(player) } };
}

export function withRun(session: Session, id: RunId, change: (run: Run) => Run): Session {
  const run = session.runs[id];
  if (!run) throw new RangeError(`the log speaks of run ${id}, which never started`);
  return { ...session, runs: { ...session.runs, [id]: change(run) } };
}

export function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

export function without<Value>(
  record: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** A session from which some runs are gone. */
export function withoutRuns(session: Session, gone: readonly Pick<Run, 'id'>[]): Session {
  if (gone.length === 0) return session;
  return {
    ...session,
    runs: without(
      session.runs,
      gone.map(({ id }) => id),
    ),
  };
}

/** Nobody answers any more, so nobody warms up meanwhile. */
export function warmUpsOver(session: Session, at: number): Session {
  if (!Object.values(session.runs).some(isOn)) return session;
  const phase = { name: 'ended', since: at } as const;
  return { ...session, runs: mapValues(session.runs, (run) => (isOn(run) ? { ...run, phase } : run)) };
}

const isOn = ({ kind, phase }: Run): boolean => kind === 'warmUp' && phase.name !== 'ended';

/** What everyone has now who has not been sent away, in order of arrival. */
export function scoresIn({ players }: Pick<Session, 'players'>): Session['scoresAtReveal'] {
  const people = Object.values(players).filter(({ removal }) => removal === null);
  return Object.fromEntries(people.map(({ id, score }) => [id, score]));
}
