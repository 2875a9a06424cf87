import type { OwnRun, RunId, TeamRun } from '../round/run.ts';
import { ruleSetsOf } from '../session/rules.ts';
import type { StartedRun } from '../event.ts';
import { teamCapacity } from './seating.ts';
import { LIMITS, type Player, type Session } from '../session/state.ts';

/** Everyone who has not been sent away, in arrival order. */
export function byArrival(session: Session): Player[] {
  return Object.values(session.players)
    .filter(({ removal }) => removal === null)
    .sort((a, b) => a.arrival - b.arrival);
}

/** The runs that are teams'; the others are single players' own. */
export function teamRuns({ runs }: Pick<Session, 'runs'>): TeamRun[] {
  return Object.values(runs).filter((run) => run.kind === 'team');
}

/** Runs of single people that are part of the lesson: of homework, or exit tickets. */
export function ownRuns({ runs }: Pick<Session, 'runs'>): OwnRun[] {
  return Object.values(runs).filter((run) => run.kind === 'own');
}

/** Members of a run that have not been sent away, in arrival order. */
export function membersOf(session: Session, run: RunId): Player[] {
  return byArrival(session).filter((player) => player.run === run);
}

/** `A` … `Z`, `AA` … */
export function runIdAt(index: number): RunId {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : runIdAt(Math.floor(index / 26) - 1) + letter;
}

/** The id of a player's own run: its number of arrival, from 1. Teams have letters. */
export function ownRunId({ arrival }: Pick<Player, 'arrival'>): RunId {
  return String(arrival + 1);
}

/** Fours up to 32 people; then eight teams that grow, then teams of 25. Up to five make one team. */
export function teamsBySize(people: number): number {
  if (people <= 5) return 1;
  return people <= 32 ? Math.ceil(people / 4) : Math.max(8, Math.ceil(people / 25));
}

/** People that one team can seat in every round that is planned. */
function capacityOf({ initial, data, settings }: Session): number {
  return Math.min(...ruleSetsOf(settings).map((rules) => teamCapacity(initial, data, rules)));
}

/**
 * Deals people to teams as cards are dealt; more teams than asked for where the seats would not suffice. With pacing
 * `self` everyone has a run of its own.
 */
export function dealRuns(session: Session): StartedRun[] {
  const people = byArrival(session);
  if (session.settings.pacing === 'self')
    return people.map((player) => ({ kind: 'own', run: ownRunId(player), owner: player.id }));
  const { teams } = session.settings;
  const asked = teams === 'bySize' ? teamsBySize(people.length) : teams;
  const needed = Math.ceil(people.length / capacityOf(session));
  const count = Math.min(LIMITS.teams, Math.max(needed, Math.min(asked, people.length), 1));
  return Array.from({ length: count }, (_, team) => ({
    kind: 'team',
    run: runIdAt(team),
    players: people.filter((_, i) => i % count === team).map(({ id }) => id),
  }));
}

/** Whether a team can seat one more. */
export function hasRoom(session: Session, run: RunId): boolean {
  return membersOf(session, run).length < capacityOf(session);
}

/** Where a late comer goes: the smallest team that still has a seat to give, or nowhere. */
export function teamForLateComer(session: Session): RunId | undefined {
  const capacity = capacityOf(session);
  const sizes = new Map<RunId, number>(teamRuns(session).map(({ id }) => [id, 0]));
  for (const { run, removal } of Object.values(session.players)) {
    const size = run === null || removal !== null ? undefined : sizes.get(run);
    if (size !== undefined) sizes.set(run!, size + 1);
  }
  return [...sizes].filter(([, size]) => size < capacity).sort((a, b) => a[1] - b[1])[0]?.[0];
}

/** How many people the whole session can take. */
export function sessionCapacity(session: Session): number {
  if (session.settings.pacing === 'self') return LIMITS.players;
  return Math.min(LIMITS.players, LIMITS.teams * capacityOf(session));
}
