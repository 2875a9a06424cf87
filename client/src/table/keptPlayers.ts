import { drop, hasStrings, isObject, keep, recall } from './tokenStore';

/**
 * Players that this browser holds, by session code: several where people share it. Each tab knows which of them it is,
 * so that it stays that one over reloads; the browser knows all of them, for pages that are opened later.
 */

export interface KeptPlayer {
  readonly token: string;
  readonly player: string;
  readonly nickname: string;
  /** true: another player already had the nickname asked for. */
  readonly isRenamed?: boolean;
  /** Id of the request to join: sent again, it gives the same player, also on a server that has lost it. */
  readonly request?: string;
}

/** As stored: the player who came last, with the earlier ones beside it. */
interface StoredPlayers extends KeptPlayer {
  readonly others?: readonly KeptPlayer[];
}

const keyOf = (code: string): string => `relay/player/${code}`;
const tabKeyOf = (code: string): string => `relay/tab/${code}`;

const isPlayer = (value: unknown): value is KeptPlayer => hasStrings(value, 'token', 'player', 'nickname');
const isStored = (value: unknown): value is StoredPlayers =>
  isPlayer(value) &&
  isObject(value) &&
  (value['others'] === undefined || (Array.isArray(value['others']) && value['others'].every(isPlayer)));

/** Players of a session that this browser holds, the last one first. */
export function keptPlayers(code: string): readonly KeptPlayer[] {
  const stored = recall(keyOf(code), isStored);
  if (!stored) return [];
  const { others = [], ...last } = stored;
  return [last, ...others];
}

function store(code: string, players: readonly KeptPlayer[]): void {
  const [last, ...others] = players;
  if (!last) drop(keyOf(code));
  else keep(keyOf(code), { ...last, ...(others.length > 0 && { others }) } satisfies StoredPlayers);
}

const without = (player: string, players: readonly KeptPlayer[]): readonly KeptPlayer[] =>
  players.filter((one) => one.player !== player);

/** Stores a player for the browser, and as the one that this tab is. */
export function keepPlayer(code: string, kept: KeptPlayer): void {
  store(code, [kept, ...without(kept.player, keptPlayers(code))]);
  keepForTab(code, kept);
}

/** Stores which player this tab is. */
export function keepForTab(code: string, kept: KeptPlayer): void {
  keep(tabKeyOf(code), kept, undefined, 'tab');
}

/** Player that this tab is: the one that it was before, otherwise the only one of the browser. Null where that is open. */
export function playerOfTab(code: string): KeptPlayer | null {
  const own = recall(tabKeyOf(code), isPlayer, 'tab');
  if (own) return own;
  const [last, ...others] = keptPlayers(code);
  return last && others.length === 0 ? last : null;
}

/** Leaves it open again which player this tab is. */
export function forgetTab(code: string): void {
  drop(tabKeyOf(code), 'tab');
}

/** Erases a player from the browser. Its tab stays the one that it is, if it is still open. */
export function forgetPlayer(code: string, player: string): void {
  store(code, without(player, keptPlayers(code)));
}
