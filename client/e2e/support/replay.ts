import type { Event } from '@relay/shared/referee/event';
import { evolve } from '@relay/shared/referee/evolve';
import type { Session } from '@relay/shared/referee/session/state';
import { fingerprint } from '@relay/shared/testing/fingerprint';

/**
 * Folds a log from the journal. The same source runs in Node and, bundled, in the browser.
 *
 * @param rows  one event each, as JSON
 * @returns the fingerprint of the session after every event
 */
export function replay(rows: readonly string[]): string[] {
  let session: Session | null = null;
  return rows.map((row) => {
    session = evolve(session, JSON.parse(row) as Event);
    return fingerprint(session);
  });
}

Object.assign(globalThis, { replay });
