import type { OwnRun, RunId, TeamRun } from '../round/run.ts';
import { ruleSetsOf } from '../session/rules.ts';
import type { StartedRun } from '../event.ts';
import { firstSamples, freeSample } from './firstSamples.ts';
import { teamCapacity } from './seating.ts';
import { LIMITS, type Player, type Session } from '../session/state.ts';

const inOrder = (players: Player[]): Player[] => players.sort((a, b) => a.arrival - b.arrival);

/** Players who have not been sent away, in arrival order. */
export function byArrival(session: Session): Player[] {
  return inOrder(Object.values(session.players).filter(({ removal }) => removal === null));
}

/** Team runs of a session. */
export function teamRuns({ runs }: Pick<Session, 'runs'>): TeamRun[] {
  return Object.values(runs).filter((run) => run.kind === 'team');
}

/** Own runs of a session: homework, practice, catching up and exit tickets; no warm-ups. */
export function ownRuns({ runs }: Pick<Session, 'runs'>): OwnRun[] {
  return Object.values(runs).filter((run) => run.kind === 'own');
}

/** Members of a run who have not been sent away, in arrival order. */
export function membersOf(session: Session, run: RunId): Player[] {
  const { players } = session;
  return inOrder(Object.values(players).filter((player) => player.run === run && player.removal === null));
}

/** Id of a team by its index from 0: `A` … `Z`, `AA` … */
export function runIdAt(index: number): RunId {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : runIdAt(Math.floor(index / 26) - 1) + letter;
}

/** Id of a player's own run: the number of arrival, from 1. Teams have letters. */
export function ownRunId({ arrival }: Pick<Player, 'arrival'>): RunId {
  return String(arrival + 1);
}

/** Number of teams by size: one up to 5 players, fours up to 32, then eight that grow, then teams of 25. */
export function teamsBySize(people: number): number {
  if (people <= 5) return 1;
  return people <= 32 ? Math.ceil(people / 4) : Math.max(8, Math.ceil(people / 25));
}

interface Capacity extends Pick<Session, 'initial' | 'data'> {
  readonly players: number;
}

/** Capacity of a team by the settings that it was worked out for: it is asked for at every join, and seldom changes. */
const capacities = new WeakMap<Session['settings'], Capacity>();

/** Most players that one team can seat in every planned round. */
function capacityOf({ initial, data, settings }: Session): number {
  const known = capacities.get(settings);
  if (known?.initial === initial && known.data === data) return known.players;
  const players = Math.min(...ruleSetsOf(settings).map((rules) => teamCapacity(initial, data, rules)));
  capacities.set(settings, { initial, data, players });
  return players;
}

/**
 * Deals players to teams one by one in turn; opens more teams than asked for where the seats would not suffice. With
 * pacing `self` every player has an own run.
 */
export function dealRuns(session: Session): StartedRun[] {
  const people = byArrival(session);
  if (session.settings.pacing === 'self')
    return people.map((player) => ({ kind: 'own', run: ownRunId(player), owner: player.id }));
  const { settings, data } = session;
  const { teams } = settings;
  const asked = teams === 'bySize' ? teamsBySize(people.length) : teams;
  const needed = Math.ceil(people.length / capacityOf(session));
  const count = Math.min(LIMITS.teams, Math.max(needed, Math.min(asked, people.length), 1));
  const cursors = settings.teamSamples === 'different' ? firstSamples(data, count) : undefined;
  return Array.from({ length: count }, (_, team) => ({
    kind: 'team',
    run: runIdAt(team),
    players: people.filter((_, i) => i % count === team).map(({ id }) => id),
    cursor: cursors?.[team] ?? 0,
  }));
}

/** First sample of a team that is opened after the start; with different samples, one that no other team goes on with. */
export function cursorOfNewTeam(session: Session): number {
  if (session.settings.teamSamples === 'same') return 0;
  const cursors = teamRuns(session).map(({ cursor }) => cursor);
  return freeSample(session.data, cursors, cursors[0] ?? 0);
}

/** Tells whether a team can seat one more player. */
export function hasRoom(session: Session, run: RunId): boolean {
  return membersOf(session, run).length < capacityOf(session);
}

/** Team of a late comer: the smallest with a free seat; undefined where there is none. */
export function teamForLateComer(session: Session): RunId | undefined {
  const capacity = capacityOf(session);
  const sizes = new Map<RunId, number>(teamRuns(session).map(({ id }) => [id, 0]));
  for (const { run, removal } of Object.values(session.players)) {
    const size = run === null || removal !== null ? undefined : sizes.get(run);
    if (size !== undefined) sizes.set(run!, size + 1);
  }
  return [...sizes].filter(([, size]) => size < capacity).sort((a, b) => a[1] - b[1])[0]?.[0];
}

/** Most players in a session. */
export function sessionCapacity(session: Session): number {
  if (session.settings.pacing === 'self') return LIMITS.players;
  return Math.min(LIMITS.players, LIMITS.teams * capacityOf(session));
}
