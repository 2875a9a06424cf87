import { getMessageBytes, Protocol } from '@colyseus/core';
import {
  type Delta,
  deltaOf,
  type EntryPath,
  type Scope,
  scopeOf,
  scopesOf,
  type Sight,
} from '@relay/shared/referee/view';
import type { MessageName, RoomMessages } from '@relay/shared/protocol';
import type { EntryChange } from './PublicEntries.ts';

/** A message as bytes of their own: a socket that is not read keeps them for long, and nothing overwrites them. */
export function encoded<Name extends MessageName>(name: Name, message: RoomMessages[Name]): Uint8Array {
  return getMessageBytes.raw(Protocol.ROOM_DATA, name, message);
}

/** Sight of a client: null for host and projector, who see every entry. */
export type ClientSight = Sight | null;

export const sightKey = (sight: ClientSight): string => (sight ? `${sight.run ?? ''}/${sight.lane}` : '*');

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => Scope): Map<Scope, T[]> {
  const groups = new Map<Scope, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Puts a change into a delta of a whole view, whose tables have the entries by key. */
function addChange(delta: TableDeltas, { path, before, after }: EntryChange): void {
  const slash = path.indexOf('/');
  const key = path.slice(slash + 1);
  const table = (delta[path.slice(0, slash)] ??= { set: {}, gone: [], in: {} });
  if (after === undefined) table.gone.push(key);
  else if (before === undefined) table.set[key] = after;
  else {
    const inside = deltaOf({ entry: before }, { entry: after });
    if (inside?.in?.['entry']) table.in[key] = inside.in['entry'];
    else if (inside) table.set[key] = after;
  }
}

type TableDeltas = Record<
  string,
  { set: Record<string, unknown>; gone: string[]; in: Record<string, Delta> }
>;

function viewDelta(changes: Iterable<EntryChange>): Delta {
  const tables: TableDeltas = {};
  for (const change of changes) addChange(tables, change);
  const inside = Object.entries(tables).map(([table, { set, gone, in: within }]): [string, Delta] => [
    table,
    {
      ...(Object.keys(set).length > 0 && { set }),
      ...(gone.length > 0 && { gone }),
      ...(Object.keys(within).length > 0 && { in: within }),
    },
  ]);
  return { in: Object.fromEntries(inside) };
}

/**
 * Frames with the public view, each encoded once for all clients that see the same entries: those that have changed, or
 * the whole view for one that has just come or sees another lane now.
 */
export class FrameEncoder {
  readonly #shown: ReadonlyMap<EntryPath, unknown>;
  #changes = new Map<Scope, EntryChange[]>();
  readonly #changed = new Map<string, Uint8Array | null>();
  readonly #whole = new Map<string, Uint8Array>();
  /** Paths of the entries by scope; built when a whole view is asked for after a change. */
  #paths: Map<Scope, EntryPath[]> | null = null;

  constructor(shown: ReadonlyMap<EntryPath, unknown>) {
    this.#shown = shown;
  }

  /** Begins a new round of frames. */
  note(changes: readonly EntryChange[]): void {
    this.#changes = grouped(changes, ({ path }) => scopeOf(path));
    this.#changed.clear();
    if (changes.length === 0) return;
    this.#whole.clear();
    this.#paths = null;
  }

  /** Frame with what has changed; null when nothing has that the client may see. */
  changed(sight: ClientSight): Uint8Array | null {
    const key = sightKey(sight);
    const known = this.#changed.get(key);
    if (known !== undefined) return known;
    const seen = sight
      ? scopesOf(sight).flatMap((scope) => this.#changes.get(scope) ?? [])
      : [...this.#changes.values()].flat();
    const frame = seen.length === 0 ? null : encoded('view', { whole: false, delta: viewDelta(seen) });
    this.#changed.set(key, frame);
    return frame;
  }

  /** Frame with every entry that the client may see. */
  whole(sight: ClientSight): Uint8Array {
    const key = sightKey(sight);
    const known = this.#whole.get(key);
    if (known) return known;
    this.#paths ??= grouped(this.#shown.keys(), scopeOf);
    const paths = sight
      ? scopesOf(sight).flatMap((scope) => this.#paths!.get(scope) ?? [])
      : [...this.#shown.keys()];
    const entries = paths.map((path) => ({ path, before: undefined, after: this.#shown.get(path) }));
    const frame = encoded('view', { whole: true, delta: viewDelta(entries) });
    this.#whole.set(key, frame);
    return frame;
  }
}
