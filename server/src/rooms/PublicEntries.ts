import type { Event } from '@relay/shared/referee/event';
import type { Session } from '@relay/shared/referee/session/state';
import { type EntryPath, isSame, type Names, publicEntries, touchedBy } from '@relay/shared/referee/view';

/** Entries of one run that are looked up one by one; for more, one walk over those of the run is faster. */
const MAX_SINGLE = 4;

/** Change of one public entry. `after` is undefined when the entry is gone, `before` when it is new. */
export interface EntryChange {
  readonly path: EntryPath;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Public entries of a session as they were last shown. `refresh` computes only those that events have touched, and
 * tells which of them are different now.
 */
export class PublicEntries {
  readonly #shown = new Map<EntryPath, unknown>();
  /** Prefixes of the paths whose values may be outdated; initially all. */
  readonly #stale = new Set<string>(['']);

  get shown(): ReadonlyMap<EntryPath, unknown> {
    return this.#shown;
  }

  markStale(session: Session, events: readonly Event[]): void {
    for (const event of events) for (const prefix of touchedBy(session, event)) this.#stale.add(prefix);
  }

  refresh(session: Session, names: Names): readonly EntryChange[] {
    const changes: EntryChange[] = [];
    for (const prefix of joined(this.#stale)) this.#refreshUnder(prefix, session, names, changes);
    this.#stale.clear();
    return changes;
  }

  #refreshUnder(prefix: string, session: Session, names: Names, changes: EntryChange[]): void {
    const now = publicEntries(session, names, prefix);
    for (const [path, after] of Object.entries(now) as [EntryPath, unknown][]) {
      const before = this.#shown.get(path);
      if (before !== undefined && isSame(before, after)) continue;
      this.#shown.set(path, after);
      changes.push({ path, before, after });
    }
    // An entry at the whole path is there; only a prefix of several can have lost some.
    if (Object.hasOwn(now, prefix)) return;
    for (const [path, before] of this.#shown) {
      if (!path.startsWith(prefix) || Object.hasOwn(now, path)) continue;
      this.#shown.delete(path);
      changes.push({ path, before, after: undefined });
    }
  }
}

/** The same prefixes without those inside another one, and with many of one run joined. */
function joined(prefixes: ReadonlySet<string>): readonly string[] {
  if (prefixes.has('')) return [''];
  const ofRun = new Map<string, string[]>();
  for (const prefix of prefixes) {
    const [table, run] = prefix.split('/', 2);
    const whole = `${table}/`;
    if (prefix !== whole && prefixes.has(whole)) continue;
    const key = prefix === whole ? whole : `${table}/${run}`;
    ofRun.set(key, [...(ofRun.get(key) ?? []), prefix]);
  }
  return [...ofRun].flatMap(([key, inRun]) => {
    // `runs/A` is a whole path; `seats/A/` is a prefix of many.
    const all = `${key}/`;
    return inRun.includes(all) || inRun.length > MAX_SINGLE ? [all] : inRun;
  });
}
