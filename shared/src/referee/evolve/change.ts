import type { Run, RunId } from '../round/run.ts';
import type { Player, PlayerId, Session } from '../session/state.ts';

/** Copies of a session with one part changed. An id that the session does not know means a broken log. */

/** @throws {RangeError} no such player */
export function withPlayer(session: Session, id: PlayerId, change: (player: Player) => Player): Session {
  const player = session.players[id];
  if (!player) throw new RangeError(`the log speaks of player ${id}, who never joined`);
  return { ...session, players: { ...session.players, [id]: change(player) } };
}

/** @throws {RangeError} no such run */
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

/** Session without some of its runs. */
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

/** Ends every warm-up, as answering is over. */
export function withWarmUpsEnded(session: Session, at: number): Session {
  if (!Object.values(session.runs).some(isOn)) return session;
  const phase = { name: 'ended', since: at } as const;
  return { ...session, runs: mapValues(session.runs, (run) => (isOn(run) ? { ...run, phase } : run)) };
}

const isOn = ({ kind, phase }: Run): boolean => kind === 'warmUp' && phase.name !== 'ended';

/** Present scores of all players who have not been sent away, in order of arrival. */
export function scoresIn({ players }: Pick<Session, 'players'>): Session['scoresAtReveal'] {
  const people = Object.values(players).filter(({ removal }) => removal === null);
  return Object.fromEntries(people.map(({ id, score }) => [id, score]));
}
