import { type Network, outputLayer, unitsInLayer } from '../maths/network.ts';
import { edgesInto, type UnitRef } from '../maths/unit.ts';
import { LIMITS, type Player, type PlayerId, type RunId, type SeatKind, type Session } from './state.ts';

/** A seat before anything is known of its round. */
export interface OpenSeat {
  readonly lane: number;
  readonly unit: UnitRef;
}

/**
 * The units that are played, hidden and output ones in turn, so that who moves on by one seat a round plays both
 * about equally often.
 */
export function playedUnits(network: Network): UnitRef[] {
  const layers = network.layers.map((_, l) =>
    Array.from({ length: unitsInLayer(network, l + 1) }, (_, index): UnitRef => ({ layer: l + 1, index })),
  );
  const outputs = layers.at(-1)!;
  const hidden = layers.slice(0, -1).flat();
  const turns = Math.max(outputs.length, hidden.length);
  return Array.from({ length: turns }, (_, i) => [hidden[i], outputs[i]])
    .flat()
    .filter((unit) => unit !== undefined);
}

/** Those of the played units that people sit at: all of them where the network has none of the kind. */
export function unitsForPeople(network: Network, kind: SeatKind = 'any'): UnitRef[] {
  const units = playedUnits(network);
  if (kind === 'any') return units;
  const ofKind = units.filter(({ layer }) => (layer === outputLayer(network)) === (kind === 'output'));
  return ofKind.length > 0 ? ofKind : units;
}

/** Lanes that a team can fill before two of its players would be asked the same weight for the same sample. */
export function mostLanes(network: Network, samples: number): number {
  return samples * Math.min(...playedUnits(network).map((unit) => edgesInto(network, unit).length));
}

/** People that one team can seat. */
export function teamCapacity(network: Network, samples: number, kind?: SeatKind): number {
  return mostLanes(network, samples) * unitsForPeople(network, kind).length;
}

/** The seats of a round for so many people: whole lanes, at least one. */
export function seatsFor(network: Network, people: number, samples: number, kind?: SeatKind): OpenSeat[] {
  const units = playedUnits(network);
  const perLane = unitsForPeople(network, kind).length;
  const lanes = Math.min(mostLanes(network, samples), Math.max(1, Math.ceil(people / perLane)));
  return Array.from({ length: lanes }, (_, lane) => units.map((unit) => ({ lane, unit }))).flat();
}

/** A player has a seat while it is here, and for a while after its link broke. */
export function keepsSeat(player: Player, at: number): boolean {
  return player.leftAt === null || at - player.leftAt < LIMITS.keepSeatMs;
}

/** Everyone in arrival order. */
export function byArrival(session: Session): Player[] {
  return Object.values(session.players).sort((a, b) => a.arrival - b.arrival);
}

/** `A` … `Z`, `AA` … */
export function runIdAt(index: number): RunId {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : runIdAt(Math.floor(index / 26) - 1) + letter;
}

/** Fours up to 32 people; then eight teams that grow, then teams of 25. Up to five make one team. */
export function teamsBySize(people: number): number {
  if (people <= 5) return 1;
  return people <= 32 ? Math.ceil(people / 4) : Math.max(8, Math.ceil(people / 25));
}

/** Deals people to teams as cards are dealt; more teams than asked for where the seats would not suffice. */
export function dealTeams(
  session: Session,
): { readonly run: RunId; readonly players: readonly PlayerId[] }[] {
  const people = byArrival(session);
  const { teams, seat } = session.settings;
  const asked = teams === 'bySize' ? teamsBySize(people.length) : teams;
  const needed = Math.ceil(people.length / teamCapacity(session.initial, session.data.length, seat));
  const count = Math.min(LIMITS.teams, Math.max(needed, Math.min(asked, people.length), 1));
  return Array.from({ length: count }, (_, team) => ({
    run: runIdAt(team),
    players: people.filter((_, i) => i % count === team).map(({ id }) => id),
  }));
}

/** Where a late comer goes: the smallest team that still has a seat to give, or nowhere. */
export function teamForLateComer(session: Session): RunId | undefined {
  const capacity = teamCapacity(session.initial, session.data.length, session.settings.seat);
  const sizes = Object.keys(session.runs).map((run) => ({
    run,
    size: Object.values(session.players).filter((player) => player.run === run).length,
  }));
  return sizes.filter(({ size }) => size < capacity).sort((a, b) => a.size - b.size)[0]?.run;
}

/** How many people the whole session can take. */
export function sessionCapacity(session: Session): number {
  const capacity = teamCapacity(session.initial, session.data.length, session.settings.seat);
  return Math.min(LIMITS.players, LIMITS.teams * capacity);
}
