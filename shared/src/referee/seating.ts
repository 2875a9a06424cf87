import { type Network, outputLayer, unitsInLayer } from '../maths/network.ts';
import type { UnitRef } from '../maths/unit.ts';
import type { Subject } from '../question/kind.ts';
import { moduleOf } from '../question/kinds.ts';
import { subjectsAt } from '../question/pick.ts';
import { LIMITS, type Player, type PlayerId, type RunId, type Session, type Settings } from './state.ts';

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

/** What of the settings decides who can sit where. */
export type SeatRules = Pick<Settings, 'seat' | 'asks' | 'diamonds'>;

/** What can be asked at a unit. */
export function subjectsFor(network: Network, unit: UnitRef, rules: SeatRules): readonly Subject[] {
  return subjectsAt(rules.asks ?? 'contribution', network, unit, rules.diamonds);
}

/** Units at which there is anything to ask; of the kind that the settings name, where there are any. */
function askableUnits(network: Network, rules: SeatRules): UnitRef[] {
  const units = playedUnits(network).filter((unit) => subjectsFor(network, unit, rules).length > 0);
  const { seat = 'any' } = rules;
  if (seat === 'any') return units;
  const ofKind = units.filter(({ layer }) => (layer === outputLayer(network)) === (seat === 'output'));
  return ofKind.length > 0 ? ofKind : units;
}

/** Whether the settings ask anything that this network can answer. */
export function hasQuestions(network: Network, rules: SeatRules): boolean {
  return askableUnits(network, rules).length > 0;
}

/**
 * The units that people sit at in a round. What goes forward is asked one layer a round: who is asked for its sum must
 * see what arrives, and everything from its layer on is secret.
 */
export function unitsForPeople(network: Network, rules: SeatRules, round: number): UnitRef[] {
  const units = askableUnits(network, rules);
  if (moduleOf(rules.asks ?? 'contribution').reach !== 'layerByLayer') return units;
  const layers = [...new Set(units.map(({ layer }) => layer))].sort((a, b) => a - b);
  const layer = layers[(round - 1) % layers.length];
  return units.filter((unit) => unit.layer === layer);
}

/** Lanes that a team can fill before two of its players would be asked the same for the same sample. */
export function mostLanes(network: Network, samples: number, rules: SeatRules): number {
  const counts = askableUnits(network, rules).map((unit) => subjectsFor(network, unit, rules).length);
  return samples * Math.min(...counts);
}

/** People that one team can seat in any round. */
export function teamCapacity(network: Network, samples: number, rules: SeatRules): number {
  const rounds = network.layers.map((_, l) => l + 1);
  const fewest = Math.min(...rounds.map((round) => unitsForPeople(network, rules, round).length));
  return mostLanes(network, samples, rules) * fewest;
}

/** The seats of a round for so many people: whole lanes, at least one. */
export function seatsFor(
  network: Network,
  people: number,
  samples: number,
  rules: SeatRules,
  round: number,
): OpenSeat[] {
  const units = playedUnits(network);
  const perLane = unitsForPeople(network, rules, round).length;
  const lanes = Math.min(mostLanes(network, samples, rules), Math.max(1, Math.ceil(people / perLane)));
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
  const { teams } = session.settings;
  const asked = teams === 'bySize' ? teamsBySize(people.length) : teams;
  const needed = Math.ceil(
    people.length / teamCapacity(session.initial, session.data.length, session.settings),
  );
  const count = Math.min(LIMITS.teams, Math.max(needed, Math.min(asked, people.length), 1));
  return Array.from({ length: count }, (_, team) => ({
    run: runIdAt(team),
    players: people.filter((_, i) => i % count === team).map(({ id }) => id),
  }));
}

/** Where a late comer goes: the smallest team that still has a seat to give, or nowhere. */
export function teamForLateComer(session: Session): RunId | undefined {
  const capacity = teamCapacity(session.initial, session.data.length, session.settings);
  const sizes = Object.keys(session.runs).map((run) => ({
    run,
    size: Object.values(session.players).filter((player) => player.run === run).length,
  }));
  return sizes.filter(({ size }) => size < capacity).sort((a, b) => a.size - b.size)[0]?.run;
}

/** How many people the whole session can take. */
export function sessionCapacity(session: Session): number {
  const capacity = teamCapacity(session.initial, session.data.length, session.settings);
  return Math.min(LIMITS.players, LIMITS.teams * capacity);
}
