import { type MapSchema, type SchemaType, schema, t } from '@colyseus/schema';
import type { Event } from '@relay/shared/referee/event';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';
import { publicEntries, touchedBy } from '@relay/shared/referee/view';

/** Everything that is synced: the public entries, path → JSON. */
export const SessionState = schema({ entries: t.map('string') }, 'SessionState');
export type SessionState = SchemaType<typeof SessionState>;

/** So many single entries are looked up one by one; for more, one walk over all of them is quicker. */
const FEW = 16;

/** Keeps the synced map equal to the public view, touching only what is different, since every touch costs a patch. */
export class PublicEntries {
  readonly #entries: MapSchema<string>;
  /** Prefixes of the paths whose values may be old; everything at first. */
  readonly #stale = new Set<string>(['']);

  constructor(entries: MapSchema<string>) {
    this.#entries = entries;
  }

  note(session: Session, events: readonly Event[]): void {
    for (const event of events) for (const prefix of touchedBy(session, event)) this.#stale.add(prefix);
  }

  refresh(session: Session, names: Readonly<Record<PlayerId, string>>): void {
    if (this.#stale.size === 0) return;
    if (!this.#refreshFew(session, names)) this.#refreshAll(session, names);
    this.#stale.clear();
  }

  /** Single entries that an answer or two have touched: costs what they cost, however many people there are. */
  #refreshFew(session: Session, names: Readonly<Record<PlayerId, string>>): boolean {
    if (this.#stale.size > FEW) return false;
    const views = [...this.#stale].map(
      (path) => [path, publicEntries(session, names, path) as Readonly<Record<string, unknown>>] as const,
    );
    // What stands for many entries may also have lost some, which only a look at all of them tells.
    if (views.some(([path, view]) => !(path in view))) return false;
    for (const [path, view] of views) this.#set(path, view[path]);
    return true;
  }

  /** One walk over the view, however many answers have come in: it is longer the more people there are. */
  #refreshAll(session: Session, names: Readonly<Record<PlayerId, string>>): void {
    const view: Readonly<Record<string, unknown>> = publicEntries(session, names, '');
    const parts = [...this.#stale].filter((prefix) => !(prefix in view));
    const isStale = (path: string): boolean =>
      this.#stale.has(path) || parts.some((prefix) => path.startsWith(prefix));
    for (const [path, value] of Object.entries(view)) if (isStale(path)) this.#set(path, value);
    if (parts.length > 0) {
      const gone = [...this.#entries.keys()].filter((path) => !(path in view));
      for (const path of gone) this.#entries.delete(path);
    }
  }

  #set(path: string, value: unknown): void {
    const json = JSON.stringify(value);
    if (this.#entries.get(path) !== json) this.#entries.set(path, json);
  }
}
