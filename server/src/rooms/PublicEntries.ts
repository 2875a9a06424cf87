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

  refresh(session: Session, names: Readonly<Record<PlayerId, string>>): void {
    const prefixes = this.#stale.has('') ? [''] : [...this.#stale];
    this.#stale.clear();
    for (const prefix of prefixes) this.#show(prefix, publicEntries(session, names, prefix));
  }

  #show(prefix: string, wanted: Readonly<Record<string, unknown>>): void {
    for (const [path, value] of Object.entries(wanted)) {
      const json = JSON.stringify(value);
      if (this.#entries.get(path) !== json) this.#entries.set(path, json);
    }
    // A whole path has just been set; only a table or a part of one can have lost entries.
    if (prefix in wanted) return;
    const gone = [...this.#entries.keys()].filter((path) => path.startsWith(prefix) && !(path in wanted));
    for (const path of gone) this.#entries.delete(path);
  }
}
