import type { Event } from '../../referee/event.ts';
import type { PlayerId, Session } from '../../referee/session/state.ts';
import { hostRow, playersTouchedBy, playerView, publicEntries, touchedBy } from '../../referee/view.ts';
import type { Rule } from '../oracle/book.ts';
import { firstDifference } from '../equal.ts';

/**
 * Checks `touchedBy` and `playersTouchedBy` against the views: old entries with the touched ones put over them are the
 * new view, and the own view of a player who is not named stays the same.
 */
export function touchedWatcher(rule: Rule): (session: Session, events: readonly Event[]) => void {
  let entries: Record<string, unknown> = {};
  let own = new Map<PlayerId, string>();
  return (session, events) => {
    for (const prefix of new Set(events.flatMap((event) => touchedBy(session, event)))) {
      for (const path of Object.keys(entries)) if (path.startsWith(prefix)) delete entries[path];
      Object.assign(entries, publicEntries(session, {}, prefix));
    }
    const whole = publicEntries(session, {}, '');
    const difference = firstDifference(sorted(entries), sorted(whole));
    const last = events.at(-1)!.type;
    rule(difference === undefined, `${last} touches ${difference?.split('/')[1]} and does not say so`);
    entries = { ...whole };
    const now = new Map<PlayerId, string>();
    const told = new Set(events.flatMap((event) => playersTouchedBy(session, event)));
    for (const id of Object.keys(session.players)) {
      const view = JSON.stringify([playerView(session, id), hostRow(session, id)]);
      now.set(id, view);
      rule(
        told.has(id) || own.get(id) === view,
        `${last} changes a player's own view without naming the player`,
      );
    }
    own = now;
  };
}

const sorted = (entries: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
