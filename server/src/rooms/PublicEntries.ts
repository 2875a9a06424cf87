import { type MapSchema, type SchemaType, schema, t } from '@colyseus/schema';
import type { Event } from '@relay/shared/referee/event';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';
import { publicEntries, touchedBy } from '@relay/shared/referee/view';

/** Colyseus state: the public entries, path → JSON. */
export const SessionState = schema({ entries: t.map('string') }, 'SessionState');
export type SessionState = SchemaType<typeof SessionState>;

/** Limit up to which stale entries are looked up one by one; for more, one walk over all entries is faster. */
const MAX_SINGLE_REFRESHES = 16;

/** Keeps the synced map equal to the public view, setting only changed entries, since each set costs a patch. */
export class PublicEntries {
  readonly #entries: MapSchema<string>;
  /** Prefixes of the paths whose values may be outdated; initially all. */
  readonly #stale = new Set<string>(['']);

  constructor(entries: MapSchema<string>) {
    this.#entries = entries;
  }

  markStale(session: Session, events: readonly Event[]): void {
    for (const event of events) for (const prefix of touchedBy(session, event)) this.#stale.add(prefix);
  }

  refresh(session: Session, names: Readonly<Record<PlayerId, string>>): void {
    if (this.#stale.size === 0) return;
    if (!this.#refreshFew(session, names)) this.#refreshAll(session, names);
    this.#stale.clear();
  }

  /** Refreshes single entries; the cost does not depend on the number of players. */
  #refreshFew(session: Session, names: Readonly<Record<PlayerId, string>>): boolean {
    if (this.#stale.size > MAX_SINGLE_REFRESHES) return false;
    const views = [...this.#stale].map(
      (path) => [path, publicEntries(session, names, path) as Readonly<Record<string, unknown>>] as const,
    );
    // A prefix of many entries may also have lost some, which only a walk over all of them detects.
    if (views.some(([path, view]) => !(path in view))) return false;
    for (const [path, view] of views) this.#set(path, view[path]);
    return true;
  }

  /** Refreshes all entries in one walk over the view; the cost grows with the number of players, not of answers. */
  #refreshAll(session: Session, names: Readonly<Record<PlayerId, string>>): void {
    const view: Readonly<Record<string, unknown>> = publicEntries(session, names, '');
    const prefixes = [...this.#stale].filter((prefix) => !(prefix in view));
    const isStale = (path: string): boolean =>
      this.#stale.has(path) || prefixes.some((prefix) => path.startsWith(prefix));
    for (const [path, value] of Object.entries(view)) if (isStale(path)) this.#set(path, value);
    if (prefixes.length > 0) {
      const gone = [...this.#entries.keys()].filter((path) => !(path in view));
      for (const path of gone) this.#entries.delete(path);
    }
  }

  #set(path: string, value: unknown): void {
    const json = JSON.stringify(value);
    if (this.#entries.get(path) !== json) this.#entries.set(path, json);
  }
}
