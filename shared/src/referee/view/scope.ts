import { teamRuns } from '../teams/teams.ts';
import type { RunId } from '../round/run.ts';
import type { PlayerId, Session } from '../session/state.ts';
import { seatedRunOf } from './currentSeat.ts';
import type { EntryPath, EntryTable } from './publicView.ts';

/**
 * Audience of a public entry besides host and projector: every player (`class`), those of a team (its run), those of a
 * lane (`run/lane`), or none of them (`staff`).
 */
export type Scope = string;

const CLASS = 'class';
const STAFF = 'staff';

/** Scope of an entry by its table. A new table does not compile without one. */
const SCOPES: { readonly [Table in EntryTable]: (key: string) => Scope } = {
  session: () => CLASS,
  data: () => CLASS,
  runs: (run) => run,
  networks: (run) => run,
  updates: (run) => run,
  lanes: (lane) => lane,
  turns: (lane) => lane,
  seats: (seat) => seat.slice(0, seat.lastIndexOf('/')),
  // A page shows the names of its lane, which stand at the seats.
  players: () => STAFF,
  mistakes: () => STAFF,
  examples: () => STAFF,
};

/** Scope of a public entry, by its path. */
export function scopeOf(path: EntryPath): Scope {
  const slash = path.indexOf('/');
  return SCOPES[path.slice(0, slash) as EntryTable](path.slice(slash + 1));
}

/** Team and lane whose entries a player sees. */
export interface Sight {
  readonly run: RunId | null;
  readonly lane: number;
}

/** Scopes of the entries that a player sees, and no others. */
export const scopesOf = ({ run, lane }: Sight): readonly Scope[] =>
  run === null ? [CLASS] : [CLASS, run, `${run}/${lane}`];

/**
 * Team and lane that a player sees: those of the seat; without a seat the first lane of the team, without a team that
 * of the first one.
 */
export function sightOf(session: Session, player: PlayerId): Sight {
  const seated = seatedRunOf(session, player);
  const present = session.players[player]?.run ?? teamRuns(session)[0]?.id ?? null;
  const run = seated?.kind === 'team' ? seated.id : present;
  const seat = run === null ? undefined : session.runs[run]?.seats.find((one) => one.player === player);
  return { run, lane: seat?.lane ?? 0 };
}
