import { freeName } from '@relay/shared/nickname';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';
import { nameKey } from './nameKey.ts';

type Players = Session['players'];

/**
 * Names of a session's players, kept by player and by name, so that a join copies neither. What a batch of commands
 * changes is staged, and takes effect once the journal has stored it.
 */
export class SessionNames {
  /** Names by player: the same object for as long as the session lives. */
  readonly byPlayer: Record<PlayerId, string> = {};
  /** Player who took a name last, by the name's key. */
  readonly #holders = new Map<string, PlayerId>();

  constructor(names: Readonly<Record<PlayerId, string>>) {
    for (const [player, name] of Object.entries(names)) this.set(player, name);
  }

  set(player: PlayerId, name: string): void {
    const former = this.byPlayer[player];
    if (former !== undefined && this.#holders.get(nameKey(former)) === player)
      this.#holders.delete(nameKey(former));
    this.byPlayer[player] = name;
    this.#holders.set(nameKey(name), player);
  }

  holderOf(name: string): PlayerId | undefined {
    return this.#holders.get(nameKey(name));
  }
}

/** Names that the commands of one batch give. */
export class StagedNames {
  readonly #names: SessionNames;
  /** Names given, in order. */
  readonly people: { readonly player: PlayerId; readonly name: string }[] = [];
  /** Names of this batch by player, and players by the key of a name. */
  readonly #given = new Map<PlayerId, string>();
  readonly #holders = new Map<string, PlayerId>();

  constructor(names: SessionNames) {
    this.#names = names;
  }

  give(player: PlayerId, name: string): void {
    this.people.push({ player, name });
    this.#given.set(player, name);
    this.#holders.set(nameKey(name), player);
  }

  /** Name of a player who has joined; undefined for any other. */
  nameOf(player: PlayerId): string | undefined {
    return this.#given.get(player) ?? this.#names.byPlayer[player];
  }

  /** The wanted name, with a number if another player has it. */
  freeFor(player: PlayerId, wanted: string, players: Players): string {
    return freeName(wanted, (name) => this.isTaken(name, player, players));
  }

  /** Tells if another player has this name and is still in the session. */
  isTaken(name: string, player: PlayerId, players: Players): boolean {
    const holder = this.#holders.get(nameKey(name)) ?? this.#names.holderOf(name);
    if (holder === undefined || holder === player || players[holder]?.removal) return false;
    // A player whom this batch has given another name has left the former one.
    const now = this.#given.get(holder);
    return now === undefined || nameKey(now) === nameKey(name);
  }

  takeEffect(): void {
    for (const { player, name } of this.people) this.#names.set(player, name);
  }
}
