import { type Network, outputLayer, type Sample, unitsInLayer } from '../../maths/network.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import type { Subject } from '../../question/kind.ts';
import { questionModule } from '../../question/kinds.ts';
import { subjectsAt } from '../../question/pick.ts';
import { batchLimit } from '../session/rules.ts';
import type { RoundRules } from '../session/settings.ts';
import type { Player } from '../session/state.ts';

/** A seat before anything is known of its round. */
export interface OpenSeat {
  readonly lane: number;
  readonly unit: UnitRef;
}

/** A seat and who sits there; null: the machine. */
export type TakenSeat = OpenSeat & { readonly player: string | null };

/** The units that are played, hidden and output ones in turn. */
export function seatOrder(network: Network): UnitRef[] {
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

/** What of the rules decides who can sit where. */
export type SeatRules = Pick<RoundRules, 'asksFor' | 'seat' | 'asks' | 'parameterKinds' | 'samples'>;

/** What can be asked at a unit on the way back. */
export function subjectsFor(network: Network, unit: UnitRef, rules: SeatRules): readonly Subject[] {
  return subjectsAt(rules.asks, network, unit, rules.parameterKinds);
}

/** What can be asked at a unit at all: on the way forward, there is one question a unit. */
function questionsAt(network: Network, unit: UnitRef, rules: SeatRules): number {
  if (rules.asksFor === 'forward') return 1;
  const back = subjectsFor(network, unit, rules).length;
  return rules.asksFor === 'both' ? Math.min(1, back) : back;
}

/** Units at which there is anything to ask; of the kind that the rules name, where there are any. */
function askableUnits(network: Network, rules: SeatRules): UnitRef[] {
  const units = seatOrder(network).filter((unit) => questionsAt(network, unit, rules) > 0);
  if (rules.seat === 'any') return units;
  const ofKind = units.filter(({ layer }) => (layer === outputLayer(network)) === (rules.seat === 'output'));
  return ofKind.length > 0 ? ofKind : units;
}

/** Whether the rules ask anything that this network can answer. */
export function hasQuestions(network: Network, rules: SeatRules): boolean {
  return askableUnits(network, rules).length > 0;
}

/**
 * The units that people sit at in a round. Where what goes forward is asked as a question of its own kind it is one
 * layer a round: who is asked for its sum must see what arrives, and everything from its layer on is secret.
 */
export function unitsForPeople(network: Network, rules: SeatRules, round: number): UnitRef[] {
  const units = askableUnits(network, rules);
  if (rules.asksFor === 'forward' || questionModule(rules.asks).seatScope !== 'layerByLayer') return units;
  const layers = [...new Set(units.map(({ layer }) => layer))].sort((a, b) => a - b);
  const layer = layers[(round - 1) % layers.length];
  return units.filter((unit) => unit.layer === layer);
}

/** Lanes that a team can fill before two of its players would be asked the same for the same sample. */
function maxLanes(network: Network, data: readonly Sample[], rules: SeatRules): number {
  const counts = askableUnits(network, rules).map((unit) => questionsAt(network, unit, rules));
  return batchLimit(rules, data) * Math.min(...counts);
}

/** People that one team can seat in any round under these rules. */
export function teamCapacity(network: Network, data: readonly Sample[], rules: SeatRules): number {
  const rounds = network.layers.map((_, l) => l + 1);
  const fewest = Math.min(...rounds.map((round) => unitsForPeople(network, rules, round).length));
  return maxLanes(network, data, rules) * fewest;
}

/** The seats of a round for so many people: whole lanes, at least one, and at least one a sample that was asked for. */
export function seatsFor(
  network: Network,
  people: number,
  data: readonly Sample[],
  rules: SeatRules,
  round: number,
): OpenSeat[] {
  const units = seatOrder(network);
  const perLane = unitsForPeople(network, rules, round).length;
  const samples = rules.samples === 'byLanes' ? 1 : batchLimit(rules, data);
  const lanes = Math.max(
    samples,
    Math.min(maxLanes(network, data, rules), Math.max(1, Math.ceil(people / perLane))),
  );
  return Array.from({ length: lanes }, (_, lane) => units.map((unit) => ({ lane, unit }))).flat();
}

/** How many more rounds a player has sat at outputs than at hidden units. */
const outputSurplus = ({ seats }: Player): number => seats.output - seats.hidden;

/** Puts who must sit at a certain unit there, in exchange for whoever has the place. */
function applySeatOverrides(
  network: Network,
  taken: (Player | undefined)[],
  seats: readonly OpenSeat[],
): Set<Player> {
  const kept = new Set<Player>();
  taken.forEach((player, from) => {
    if (!player || player.unitOverride === null || kept.has(player)) return;
    const to = seats.findIndex(
      ({ unit }, i) => unitName(network, unit) === player.unitOverride && !(taken[i] && kept.has(taken[i])),
    );
    if (to < 0) return;
    [taken[from], taken[to]] = [taken[to], player];
    kept.add(player);
  });
  return kept;
}

/**
 * Deals people to seats: everyone moves on by one seat a round, and wherever one who has been at outputs more often
 * would get an output before one who has been there less often, the two change places. So of two people who have sat in
 * the same rounds none has been at outputs more than once more often than the other, whoever came and went meanwhile,
 * as long as the rounds had seats of both kinds and nobody was told where to sit.
 *
 * @param players  members of the team, in arrival order; who finds no seat sits out, those who played most first
 * @param seats    the seats for people
 * @param first    where the first of them would sit in the first round
 */
export function dealSeats(
  network: Network,
  players: readonly Player[],
  seats: readonly OpenSeat[],
  round: number,
  first: number,
): ReadonlyMap<OpenSeat, string> {
  const fewestRounds = players
    .toSorted((a, b) => a.seats.output + a.seats.hidden - (b.seats.output + b.seats.hidden))
    .slice(0, seats.length);
  const seated = players.filter((player) => fewestRounds.includes(player));
  const taken: (Player | undefined)[] = seats.map(() => undefined);
  seated.forEach((player, i) => {
    taken[(first + i + round - 1) % seats.length] = player;
  });
  const kept = applySeatOverrides(network, taken, seats);
  const isOutput = (i: number): boolean => seats[i]!.unit.layer === outputLayer(network);
  const movable = [...taken.keys()].filter((i) => taken[i] && !kept.has(taken[i]));
  for (;;) {
    const most = movable
      .filter(isOutput)
      .sort((a, b) => outputSurplus(taken[b]!) - outputSurplus(taken[a]!))[0];
    const least = movable
      .filter((i) => !isOutput(i))
      .sort((a, b) => outputSurplus(taken[a]!) - outputSurplus(taken[b]!))[0];
    if (
      most === undefined ||
      least === undefined ||
      outputSurplus(taken[most]!) <= outputSurplus(taken[least]!)
    )
      break;
    [taken[most], taken[least]] = [taken[least], taken[most]];
  }
  return new Map(taken.flatMap((player, i) => (player ? [[seats[i]!, player.id] as const] : [])));
}
