import { compareNames, compareTeams } from '../../../strings/order';
import type { Need } from './need';

/** Orders in which the players can be listed. */
export type Order = 'need' | 'name' | 'team' | 'score';

/** Facts of a player that the orders compare. */
interface Sortable {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly score: number;
  readonly need: Need;
}

const NEEDS: readonly Need[] = ['stuck', 'silent', null];

const byName = (a: Sortable, b: Sortable): number => compareNames(a.name, b.name) || compareNames(a.id, b.id);
const byTeam = (a: Sortable, b: Sortable): number => compareTeams(a.team, b.team) || byName(a, b);

const COMPARE: Readonly<Record<Order, (a: Sortable, b: Sortable) => number>> = {
  need: (a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need) || byTeam(a, b),
  name: byName,
  team: byTeam,
  score: (a, b) => b.score - a.score || byName(a, b),
};

/** Sorts players; those who need help stand first in the order by need, the stuck ones before the silent. */
export const sortPlayers = <One extends Sortable>(players: readonly One[], order: Order): One[] =>
  players.toSorted(COMPARE[order]);

/**
 * Order of a list in which no row moves up or down while somebody points at it: ids that were shown keep their places,
 * new ones follow at the end.
 *
 * @param shown   ids as they stand on the page
 * @param wanted  ids as they would stand in a list drawn anew
 * @param exists  tells whether a row can still be shown; one that is no longer wanted stays while it can
 */
export function keepStill(
  shown: readonly string[],
  wanted: readonly string[],
  exists: (id: string) => boolean,
): readonly string[] {
  const kept = shown.filter(exists);
  const known = new Set(kept);
  return [...kept, ...wanted.filter((id) => !known.has(id))];
}
