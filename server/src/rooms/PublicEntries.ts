import { type MapSchema, schema, type SchemaType, t } from '@colyseus/schema';
import type { Event } from '@relay/shared/referee/event';
import type { PlayerId, Session } from '@relay/shared/referee/state';
import { publicEntries, touchedBy } from '@relay/shared/referee/view';

/** Everything that is synced: the public entries, path → JSON. */
export const SessionState = schema({ entries: t.map('string') }, 'SessionState');
export type SessionState = SchemaType<typeof SessionState>;

type Names = Readonly<Record<PlayerId, string>>;

/** Keeps the synced map equal to the public view, touching only what is different, since every touch costs a patch. */
export class PublicEntries {
  readonly #entries: MapSchema<string>;

  constructor(entries: MapSchema<string>) {
    this.#entries = entries;
  }

  showAll(session: Session, names: Names): void {
    this.#show(session, names, '');
  }

  show(session: Session, names: Names, events: readonly Event[]): void {
    const prefixes = new Set(events.flatMap((event) => touchedBy(session, event)));
    if (prefixes.has('')) this.#show(session, names, '');
    else for (const prefix of prefixes) this.#show(session, names, prefix);
  }

  #show(session: Session, names: Names, prefix: string): void {
    const wanted: Readonly<Record<string, unknown>> = publicEntries(session, names, prefix);
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
