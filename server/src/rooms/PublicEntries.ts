import { type MapSchema, type SchemaType, schema, t } from '@colyseus/schema';
import type { Event } from '@relay/shared/referee/event';
import type { PlayerId, Session } from '@relay/shared/referee/state';
import { publicEntries, touchedBy } from '@relay/shared/referee/view';

/** Everything that is synced: the public entries, path → JSON. */
export const SessionState = schema({ entries: t.map('string') }, 'SessionState');
export type SessionState = SchemaType<typeof SessionState>;

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

  /** One walk over the view, however many answers have come in: it is longer the more people there are. */
  refresh(session: Session, names: Readonly<Record<PlayerId, string>>): void {
    if (this.#stale.size === 0) return;
    const view: Readonly<Record<string, unknown>> = publicEntries(session, names, '');
    const parts = [...this.#stale].filter((prefix) => !(prefix in view));
    const isStale = (path: string): boolean =>
      this.#stale.has(path) || parts.some((prefix) => path.startsWith(prefix));
    for (const [path, value] of Object.entries(view)) {
      if (!isStale(path)) continue;
      const json = JSON.stringify(value);
      if (this.#entries.get(path) !== json) this.#entries.set(path, json);
    }
    if (parts.length > 0) {
      const gone = [...this.#entries.keys()].filter((path) => !(path in view));
      for (const path of gone) this.#entries.delete(path);
    }
    this.#stale.clear();
  }
}
