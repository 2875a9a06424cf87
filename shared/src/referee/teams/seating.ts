import { type Network, outputLayer, type Sample, unitsInLayer } from '../../maths/network.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import type { Subject } from '../../question/kind.ts';
import { questionModule } from '../../question/kinds.ts';
import { subjectsAt } from '../../question/pick.ts';
import { batchLimit } from '../session/rules.ts';
import type { RoundRules } from '../session/settings.ts';
import type { Player } from '../session/state.ts';

/** A seat before players are dealt to it. */
export interface OpenSeat {
  readonly lane: number;
  readonly unit: UnitRef;
}

/** A seat with its player; null: the machine. */
export type TakenSeat = OpenSeat & { readonly player: string | null };

/** Units that have seats, hidden and output ones in turn. */
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

/** Rules that decide where players can sit. */
export type SeatRules = Pick<RoundRules, 'asksFor' | 'seat' | 'asks' | 'parameterKinds' | 'samples'>;

/** Subjects of backward questions at a unit. */
export function subjectsFor(network: Network, unit: UnitRef, rules: SeatRules): readonly Subject[] {
  return subjectsAt(rules.asks, network, unit, rules.parameterKinds);
}

/** Number of different questions at a unit; a forward question has one form for each unit. */
function questionCountAt(network: Network, unit: UnitRef, rules: SeatRules): number {
  if (rules.asksFor === 'forward') return 1;
  const back = subjectsFor(network, unit, rules).length;
  return rules.asksFor === 'both' ? Math.min(1, back) : back;
}

/** Units with at least one question; only those of the rules' seat kind, where there are any. */
function askableUnits(network: Network, rules: SeatRules): UnitRef[] {
  const units = seatOrder(network).filter((unit) => questionCountAt(network, unit, rules) > 0);
  if (rules.seat === 'any') return units;
  const ofKind = units.filter(({ layer }) => (layer === outputLayer(network)) === (rules.seat === 'output'));
  return ofKind.length > 0 ? ofKind : units;
}

/** Tells whether a network holds a question under the rules. */
export function hasQuestions(network: Network, rules: SeatRules): boolean {
  return askableUnits(network, rules).length > 0;
}

/**
 * Units at which players sit in a round. For question kinds that go `layerByLayer` they are those of one layer: the
 * question shows the inputs of the unit, while all values from its layer on are secret.
 */
export function unitsForPeople(network: Network, rules: SeatRules, round: number): UnitRef[] {
  const units = askableUnits(network, rules);
  if (rules.asksFor === 'forward' || questionModule(rules.asks).seatScope !== 'layerByLayer') return units;
  const layers = [...new Set(units.map(({ layer }) => layer))].sort((a, b) => a - b);
  const layer = layers[(round - 1) % layers.length];
  return units.filter((unit) => unit.layer === layer);
}

/** Most lanes of a team in which no two players are asked the same about the same sample. */
function maxLanes(network: Network, data: readonly Sample[], rules: SeatRules): number {
  const counts = askableUnits(network, rules).map((unit) => questionCountAt(network, unit, rules));
  return batchLimit(rules, data) * Math.min(...counts);
}

/** Most players that one team can seat in any round under the rules. */
export function teamCapacity(network: Network, data: readonly Sample[], rules: SeatRules): number {
  const rounds = network.layers.map((_, l) => l + 1);
  const fewest = Math.min(...rounds.map((round) => unitsForPeople(network, rules, round).length));
  return maxLanes(network, data, rules) * fewest;
}

/** Seats of a round for `people` players: whole lanes, at least one, and at least one for each sample of the rules. */
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

/** Rounds of a player at outputs minus rounds at hidden units. */
const outputSurplus = ({ seats }: Player): number => seats.output - seats.hidden;

/** Moves players with a seat override to their units, in exchange with the players there. Returns those moved. */
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
 * Deals players to seats: each moves on by one seat a round, and a player with more rounds at outputs changes places
 * with one who has fewer, where the former would get an output and the latter would not. So two players who have sat
 * in the same rounds differ by at most one round at outputs, even when others join or leave, as long as the rounds had
 * seats of both kinds and there were no seat overrides.
 *
 * @param players  members of the team, in arrival order; where seats are few, those who played most sit out
 * @param seats    seats for players
 * @param first    index of the first player's seat in the first round
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
